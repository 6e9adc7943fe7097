package dev.pareto.program;

import java.nio.file.Path;
import java.util.Map;

/// A target with what it needs to be started: root folder, interpreter, working folder and
/// environment.
///
/// @param root absolute; own code is the Python files under it
/// @param workingFolder where it is started, absolute; usually the root. A run keeps its relation
///   to the root
/// @param environment what the user set on top of the inherited environment
/// @param trust whether it is the user's own program or came with a lesson
public record Program(
        Path root,
        Target target,
        Interpreter interpreter,
        Path workingFolder,
        Map<String, String> environment,
        Trust trust) {

    public Program {
        environment = Map.copyOf(environment);
    }

    /// Whose program it is. It decides which environment and limits it gets.
    public enum Trust {
        /// The user's own: inherits the user's environment, no time limit.
        OWN,
        /// From a lesson or pack: a short list of variables, 60 s.
        LESSON
    }

    /// For people: `dedupe.py`, or `-m app.main`.
    public String label() {
        return target.label();
    }

    /// What identifies the program across sessions: the same file opened again is the same program.
    public String key() {
        return root + "\n" + target.label();
    }

    public Program with(Interpreter other) {
        return new Program(root, target, other, workingFolder, environment, trust);
    }

    public Program withWorkingFolder(Path folder) {
        return new Program(root, target, interpreter, folder, environment, trust);
    }

    public Program withEnvironment(Map<String, String> variables) {
        return new Program(root, target, interpreter, workingFolder, variables, trust);
    }
}
