package dev.pareto.python;

import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.RootContents.Entry;
import dev.pareto.source.SourceReading;
import dev.pareto.source.SourceText;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Makes workspaces in private scratch folders.
///
/// A working folder outside of the root is an empty folder that has the same relation to the copy.
public final class ScratchWorkspaces implements Workspaces {
    private final CopyOptions options;
    private final Map<String, String> users;

    /// With the usual limit, everything copied, and our own environment as the user's.
    public ScratchWorkspaces() {
        this(CopyOptions.DEFAULT);
    }

    public ScratchWorkspaces(CopyOptions options) {
        this(options, System.getenv());
    }

    /// @param users the environment that the user's own programs inherit
    public ScratchWorkspaces(CopyOptions options, Map<String, String> users) {
        this.options = options;
        this.users = Map.copyOf(users);
    }

    @Override
    public Made make(Program program, Variant variant) {
        RootContents contents;
        try {
            contents = RootReader.read(program.root(), options);
        } catch (IOException e) {
            return new Made.Failed(
                    "The folder %s cannot be read (%s). Nothing was run."
                            .formatted(program.root(), e.getMessage()));
        }
        if (!contents.complete() || contents.size().compareTo(options.limit()) > 0) {
            return new Made.TooLarge(contents.size(), options.limit(), contents.largest());
        }
        Path scratch;
        try {
            scratch = ScratchFolders.create("pareto-scratch-");
        } catch (IOException e) {
            return failed(e);
        }
        try {
            return new Made.Ready(fill(scratch, program, variant, contents));
        } catch (IOException e) {
            ScratchFolders.delete(scratch);
            return failed(e);
        } catch (RefusedException e) {
            ScratchFolders.delete(scratch);
            return new Made.Failed(e.getMessage());
        }
    }

    private static Made failed(IOException cause) {
        return new Made.Failed(
                "The scratch folder cannot be written (%s). Nothing was run. Is the disk full?"
                        .formatted(cause.getMessage()));
    }

    private Workspace fill(Path scratch, Program program, Variant variant, RootContents contents)
            throws IOException, RefusedException {
        var layout = layout(scratch, program);
        var copy = new ScratchCopy(layout.writable(), scratch.resolve("clean"));
        folders(layout.root(), copy, layout.writable());
        for (Entry entry : contents.entries()) {
            try {
                copy.add(layout.root().resolve(entry.path()), entry);
            } catch (NoSuchFileException e) {
                // Gone since we looked.
            }
        }
        folders(layout.folder(), copy, layout.writable());
        var changed = new HashMap<String, byte[]>();
        for (var change : variant.changes().entrySet()) {
            byte[] content = content(program.root(), change.getKey(), change.getValue());
            Path place = layout.root().resolve(change.getKey());
            folders(place.resolveSibling(""), copy, layout.writable());
            if (!place.resolveSibling("").toRealPath().equals(place.resolveSibling(""))) {
                throw new RefusedException(
                        "The changed file %s is reached through a link. Nothing was run. Change the file that the link leads to, or do not link its folder."
                                .formatted(change.getKey()));
            }
            copy.add(place, Path.of(change.getKey()), content);
            changed.put(change.getKey(), content);
        }
        if (program.target() instanceof Target.Script(String path)
                && !copy.contains(layout.root().resolve(path))) {
            throw new RefusedException(
                    "There is no file %s in %s. Nothing was run. Open the program again."
                            .formatted(path, program.root()));
        }
        var variables = RunEnvironment.of(program, users);
        var mentions = PathMention.in(program.root(), ProgramFiles.ownCode(program.root()));
        var search = SearchPath.of(program, variables, mentions);
        Path names = scratch.resolve("names");
        links(search, layout.root(), names);
        variables.put("PYTHONPATH", ScratchWorkspace.pythonPath(search, layout.root(), names));
        variables.put("PWD", layout.folder().toString());
        var packages = SitePackages.of(program.interpreter(), variables);
        var proof = new LoadProof(program, layout.root(), changed, mentions, packages);
        proof.expect(copy);
        return new ScratchWorkspace(program, variant, layout, copy, proof, variables);
    }

    /// The root's copy keeps its name, and as many folders above it as the working folder needs.
    private static ScratchWorkspace.Layout layout(Path scratch, Program program) {
        Path relation = program.root().relativize(program.workingFolder()).normalize();
        int up = 0;
        while (up < relation.getNameCount() && relation.getName(up).toString().equals("..")) {
            up++;
        }
        Path writable = scratch.resolve("run");
        int names = program.root().getNameCount();
        Path root =
                names == 0
                        ? writable.resolve("root")
                        : writable.resolve(
                                program.root()
                                        .subpath(Math.max(0, names - Math.max(1, up)), names)
                                        .toString());
        return new ScratchWorkspace.Layout(
                scratch, writable, root, root.resolve(relation).normalize());
    }

    /// Makes a folder belong to the copy, with those above it.
    private static void folders(Path folder, ScratchCopy copy, Path writable) throws IOException {
        if (!folder.equals(writable) && folder.startsWith(writable) && !copy.contains(folder)) {
            folders(folder.resolveSibling(""), copy, writable);
            copy.add(folder, new Entry.Folder(writable.relativize(folder)));
        }
    }

    private static byte[] content(Path root, String path, String text)
            throws IOException, RefusedException {
        Path file = root.resolve(path).normalize();
        if (Path.of(path).isAbsolute() || !file.startsWith(root) || file.equals(root)) {
            throw new RefusedException(
                    "The variant changes “%s”, which is no place in the program's folder. Nothing was run."
                            .formatted(path));
        }
        if (Files.isRegularFile(file)
                && SourceText.read(path, Files.readAllBytes(file))
                        instanceof SourceReading.Decoded(SourceText source)) {
            SourceText changed = source.withText(text);
            if (!changed.isEncodable()) {
                throw new RefusedException(
                        "The changed %s has characters that its encoding cannot express. Nothing was run. Declare UTF-8 in its first line, or replace them."
                                .formatted(path));
            }
            return changed.bytes();
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void links(SearchPath search, Path root, Path names) throws IOException {
        for (var item : search.items()) {
            if (item instanceof SearchPath.Item.Renamed(String name, Path place)) {
                Path link = names.resolve(name.replace('.', '/') + suffix(place));
                Files.createDirectories(link.resolveSibling(""));
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, root.resolve(place));
            }
        }
    }

    private static String suffix(Path place) {
        return ProgramFiles.isPython(place) ? ".py" : "";
    }

    /// There is nothing wrong with the machine, but with what was asked.
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
