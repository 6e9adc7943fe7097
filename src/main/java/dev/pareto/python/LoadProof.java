package dev.pareto.python;

import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.python.Workspace.Proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Judges from what a run left behind whether it loaded the changed files from the copy. Nothing is
/// added to the program for it.
///
/// The script itself: its path in the copy is on the command line. What was imported, or run with
/// `-m`: there was no byte code of it before, and Python (pytest likewise) writes it beside the
/// source that it compiled, with the source's time and size in it. What is loaded without byte code
/// (`exec`, `runpy`, `sys.dont_write_bytecode`): the file's time of last reading was set to long
/// ago, and has moved; not where the file system keeps no such times.
final class LoadProof {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    private final Program program;
    private final Path root;
    private final Map<String, byte[]> contents;
    private final List<PathMention> mentions;
    private final List<Path> sitePackages;
    private final Set<String> proven = new HashSet<>();
    private final Map<String, FileTime> unread = new HashMap<>();

    /// @param root the copy
    /// @param contents path under the root → bytes, of the changed files
    LoadProof(
            Program program,
            Path root,
            Map<String, byte[]> contents,
            List<PathMention> mentions,
            List<Path> sitePackages) {
        this.program = program;
        this.root = root;
        this.contents = Map.copyOf(contents);
        this.mentions = mentions;
        this.sitePackages = sitePackages;
    }

    /// Makes the changed files look unread. Call when they were written or put back.
    void expect(ScratchCopy copy) throws IOException {
        for (String path : contents.keySet()) {
            Path file = root.resolve(path);
            if (!proven.contains(path)) {
                var view = Files.getFileAttributeView(file, BasicFileAttributeView.class);
                FileTime modified = view.readAttributes().lastModifiedTime();
                view.setTimes(modified, LONG_AGO, null);
                unread.put(path, view.readAttributes().lastAccessTime());
                copy.accept(file);
            }
        }
    }

    /// Whether that file need not be proven any more, or never had to.
    boolean isSettled(Path file) {
        return contents.keySet().stream()
                .filter(path -> root.resolve(path).equals(file))
                .allMatch(proven::contains);
    }

    /// Keeps what a run showed until now, before the copy is put back.
    void note() {
        Proof _ = judge();
    }

    Proof judge() {
        List<Path> sources = null;
        for (String path : contents.keySet().stream().sorted().toList()) {
            if (proven.contains(path)) {
                continue;
            }
            Path file = root.resolve(path);
            boolean wasRead = wasRead(path, file);
            if (!hasContent(path, file)) {
                return new Proof.NotLoaded(
                        path, "the program itself replaced or removed the file while it ran");
            }
            if (sources == null) {
                sources = compiledSources();
            }
            if (!isScript(path) && !wasRead && !sources.contains(real(file))) {
                return new Proof.NotLoaded(path, reason(path));
            }
            proven.add(path);
        }
        return new Proof.Loaded();
    }

    private boolean isScript(String path) {
        return program.target().equals(new Target.Script(path));
    }

    private boolean wasRead(String path, Path file) {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class).lastAccessTime();
            return !now.equals(unread.get(path));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean hasContent(String path, Path file) {
        try {
            return Arrays.equals(Files.readAllBytes(file), contents.get(path));
        } catch (IOException e) {
            return false;
        }
    }

    /// The real paths of all sources whose byte code is up to date. An editable install may import
    /// by way of a link, and byte code lies beside the link.
    private List<Path> compiledSources() {
        var sources = new ArrayList<Path>();
        for (Path code : ByteCode.below(root)) {
            ByteCode.source(code)
                    .filter(source -> ByteCode.isOf(code, source))
                    .ifPresent(source -> sources.add(real(source)));
        }
        return sources;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    private String reason(String path) {
        if (!mentions.isEmpty()) {
            PathMention first = mentions.getFirst();
            return "the program puts its own folder on sys.path by an absolute path (%s, line %d),"
                            .formatted(first.file(), first.line())
                    + " so that the original was imported. Use a path relative to __file__ there";
        }
        for (Path packages : sitePackages) {
            Path installed = packages.resolve(modulePath(path));
            if (Files.isRegularFile(installed)) {
                return "it was never imported from the program's folder; %s has the same name, and was probably imported instead. Install the program as editable (pip install -e)"
                        .formatted(installed);
            }
        }
        return "it was never imported in this run";
    }

    /// `app/x.py` of `lib/app/x.py` when `app` is a package and `lib` is none.
    private Path modulePath(String path) {
        Path folder = root.resolve(path).resolveSibling("");
        while (!folder.equals(root) && Files.exists(folder.resolve("__init__.py"))) {
            folder = folder.resolveSibling("");
        }
        return folder.relativize(root.resolve(path));
    }
}
