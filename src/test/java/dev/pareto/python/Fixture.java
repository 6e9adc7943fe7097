package dev.pareto.python;

import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Program.Trust;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.Workspaces.Made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// A program in a folder of its own, with what is needed to copy and run it.
final class Fixture {
    final Path root;
    private final Launcher launcher;
    private final Map<String, String> users = new HashMap<>(System.getenv());
    private Interpreter interpreter;
    private CopyOptions options = CopyOptions.DEFAULT;

    Fixture(Path root, Path python, String version, Launcher launcher) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
        this.launcher = launcher;
        interpreter = new Interpreter(python, python, version, "CPython", null);
    }

    Fixture file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Fixture users(String name, String value) {
        users.put(name, value);
        return this;
    }

    Fixture options(CopyOptions other) {
        options = other;
        return this;
    }

    /// An environment of this interpreter, without pip; returns its folder for installed packages.
    Path environment(Path folder) throws IOException {
        Path base = interpreter.base();
        Path python = folder.resolve("bin/python");
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(python, base);
        Files.writeString(
                folder.resolve("pyvenv.cfg"),
                "home = %s\nversion = %s\n"
                        .formatted(base.resolveSibling(""), interpreter.version()));
        interpreter =
                new Interpreter(
                        python, base, interpreter.version(), interpreter.implementation(), folder);
        String minor = interpreter.version().replaceFirst("\\.\\d+$", "");
        return Files.createDirectories(
                folder.resolve("lib").resolve("python" + minor).resolve("site-packages"));
    }

    Program script(String path) {
        return program(new Target.Script(path));
    }

    Program module(String name) {
        return program(new Target.Module(name));
    }

    private Program program(Target target) {
        return new Program(root, target, interpreter, root, Map.of(), Trust.OWN);
    }

    Workspace make(Program program, Map<String, String> changes) {
        Made made = tryToMake(program, changes);
        if (made instanceof Made.Ready(Workspace workspace)) {
            return workspace;
        }
        throw new AssertionError(made);
    }

    Made tryToMake(Program program, Map<String, String> changes) {
        var variant =
                changes.isEmpty()
                        ? Variant.baseline()
                        : new Variant("A", "a", "baseline", Variant.Origin.EDIT, changes);
        return new ScratchWorkspaces(options, users).make(program, variant);
    }

    /// Runs to the end; what it printed to both streams.
    String run(Workspace workspace, String... arguments) throws Exception {
        var command = workspace.command(Input.of(arguments), Limits.own(), Map.of());
        var ended = launcher.start(command).await();
        return ended.stdout().text() + ended.stderr().text();
    }

    /// Everything of a folder that a run could have changed: path → content, rights, time.
    static Map<String, String> state(Path folder) throws IOException {
        var state = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                boolean isLink = Files.isSymbolicLink(file);
                boolean isFile = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                state.put(
                        file.toString(),
                        (isFile ? CapturedStream.sha256(file) : "")
                                + (isLink ? Files.readSymbolicLink(file) : "")
                                + Files.readAttributes(
                                        file,
                                        "unix:mode,lastModifiedTime",
                                        LinkOption.NOFOLLOW_LINKS));
            }
        }
        return state;
    }

    /// What is only in one of two states, or differs.
    static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        var differences = new TreeMap<String, String>();
        before.forEach((path, is) -> differences.put(path, is + " → gone"));
        after.forEach((path, is) -> differences.merge(path, is, (was, now) -> was + now));
        before.forEach(
                (path, is) -> {
                    if (is.equals(after.get(path))) {
                        differences.remove(path);
                    }
                });
        return differences;
    }
}
