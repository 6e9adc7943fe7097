package dev.pareto.python;

import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A workspace in a private scratch folder.
final class ScratchWorkspace implements Workspace {
    static final String DELETED = "deleted";

    private final Program program;
    private final Variant variant;
    private final Layout layout;
    private final ScratchCopy copy;
    private final LoadProof proof;
    private final Map<String, String> environment;

    /// Where things lie in the scratch folder.
    ///
    /// @param scratch all of it
    /// @param writable where programs may write; the copy of the root lies in it
    /// @param root the copy of the root
    /// @param folder the working folder
    record Layout(Path scratch, Path writable, Path root, Path folder) {}

    /// @param environment all variables of a run
    ScratchWorkspace(
            Program program,
            Variant variant,
            Layout layout,
            ScratchCopy copy,
            LoadProof proof,
            Map<String, String> environment) {
        this.program = program;
        this.variant = variant;
        this.layout = layout;
        this.copy = copy;
        this.proof = proof;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public Variant variant() {
        return variant;
    }

    @Override
    public Path root() {
        return layout.root();
    }

    @Override
    public Command command(Input input, Limits limits, Map<String, String> extra) {
        var argv = new ArrayList<String>();
        argv.add(program.interpreter().executable().toString());
        switch (program.target()) {
            case Target.Script(String path) -> argv.add(layout.root().resolve(path).toString());
            case Target.Module(String name) -> argv.addAll(List.of("-m", name));
        }
        argv.addAll(input.texts());
        var variables = new HashMap<>(environment);
        variables.putAll(extra);
        return new Command(
                argv, variables, layout.folder(), input.stdin(), layout.writable(), limits);
    }

    @Override
    public Map<String, String> leftFiles() {
        try {
            var files = new HashMap<String, String>();
            copy.changes()
                    .forEach(
                            (file, state) ->
                                    files.put(
                                            ProgramFiles.slashed(layout.root().relativize(file)),
                                            state == ScratchCopy.State.GONE
                                                    ? DELETED
                                                    : content(file)));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The files that the run left cannot be looked at", e);
        }
    }

    /// Reads regular files alone: opening a pipe that a program left would block for ever.
    private static String content(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                return "link to " + Files.readSymbolicLink(file);
            }
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? CapturedStream.sha256(file)
                    : "no regular file";
        } catch (IOException e) {
            return "not readable";
        }
    }

    @Override
    public void reset() {
        try {
            proof.note();
            copy.reset();
            proof.expect(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The copy of the program cannot be put back as it was. Is the disk full?", e);
        }
    }

    @Override
    public void compileAhead() throws InterruptedException {
        ByteCode.compile(
                program.interpreter().base(),
                copy.files().stream()
                        .filter(file -> ProgramFiles.isPython(file) && proof.isSettled(file))
                        .sorted()
                        .toList());
    }

    @Override
    public Proof proof() {
        return proof.judge();
    }

    @Override
    public void close() {
        ScratchFolders.delete(layout.scratch());
    }

    /// PYTHONPATH for a copy; empty when nothing is to stand on it.
    ///
    /// @param names folder with links for packages whose folder has another name
    static String pythonPath(SearchPath path, Path root, Path names) {
        return path.items().stream()
                .map(
                        item ->
                                switch (item) {
                                    case SearchPath.Item.Own(Path own) ->
                                            root.resolve(own).normalize().toString();
                                    case SearchPath.Item.Renamed _ -> names.toString();
                                    case SearchPath.Item.Foreign(String text) -> text;
                                })
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
