package dev.pareto.workbench;

import dev.pareto.advice.rule.Packages;
import dev.pareto.history.History;
import dev.pareto.profiler.Engines;
import dev.pareto.profiler.EvidenceEngine;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.python.Analyser;
import dev.pareto.python.CopyOptions;
import dev.pareto.python.EnvironmentCopies;
import dev.pareto.python.Interpreters;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launchers;
import dev.pareto.python.PythonSources;
import dev.pareto.python.ScratchWorkspaces;
import dev.pareto.python.ToolEnvironments;
import dev.pareto.python.Workspace;
import dev.pareto.python.Workspaces;
import dev.pareto.trial.Growth;
import dev.pareto.trial.Trials;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// What the use cases work with; shared by the sessions of a workbench. Processes begin with the
/// first need. Any thread.
final class Tools implements AutoCloseable {
    private final PythonSources sources = PythonSources.extract();
    private final Map<Path, Analyser> analysers = new HashMap<>();
    private final ReentrantLock measuring = new ReentrantLock();
    private final Map<String, String> environment;
    private final History history;
    private final Interpreters interpreters;
    private final ToolEnvironments environments;
    private final EnvironmentCopies copies;
    private final Map<Path, ImportTimes> imports = new ConcurrentHashMap<>();
    private final Engines engines;
    private @Nullable Launcher launcher;

    Tools(Folders folders, Map<String, String> environment, Path userHome) {
        this.environment = Map.copyOf(environment);
        history = History.open(folders.history());
        interpreters = new Interpreters(environment, userHome);
        environments = new ToolEnvironments(folders.data().resolve("environments"), sources);
        copies = new EnvironmentCopies(folders.data().resolve("copies"), sources, environment);
        engines = new Engines(sources, folders.data().resolve("interpreters"), environments);
    }

    History history() {
        return history;
    }

    Interpreters interpreters() {
        return interpreters;
    }

    /// The environments with the packages of optional engines.
    ToolEnvironments environments() {
        return environments;
    }

    /// The copies of programs' environments, with a package more.
    EnvironmentCopies copies() {
        return copies;
    }

    /// What an interpreter can import.
    Packages packages(Interpreter interpreter) {
        return imports.computeIfAbsent(interpreter.executable(), _ -> new ImportTimes(interpreter));
    }

    Engines engines() {
        return engines;
    }

    EvidenceEngine evidence() {
        return new EvidenceEngine(sources.file("evidence.py"));
    }

    PythonSources sources() {
        return sources;
    }

    /// The text of a Python file of ours.
    String python(String name) throws IOException {
        return Files.readString(sources.file(name));
    }

    synchronized Launcher launcher(Interpreter interpreter) {
        if (launcher == null) {
            launcher = Launchers.forThisMachine(interpreter.base(), sources);
        }
        return launcher;
    }

    synchronized Analyser analyser(Interpreter interpreter) {
        return analysers.computeIfAbsent(interpreter.base(), base -> new Analyser(base, sources));
    }

    Trials trials(Interpreter interpreter, CopyOptions options) {
        return new Trials(
                launcher(interpreter),
                new ScratchWorkspaces(options, environment),
                sources.file("zygote.py"));
    }

    Growth growth(Interpreter interpreter, CopyOptions options) {
        return new Growth(
                launcher(interpreter),
                new ScratchWorkspaces(options, environment),
                sources.file("zygote.py"));
    }

    /// A private copy to run in; the caller closes it.
    Workspace workspace(Program program, Variant variant, CopyOptions options)
            throws ProblemException {
        return switch (new ScratchWorkspaces(options, environment).make(program, variant)) {
            case Workspaces.Made.Ready(Workspace workspace) -> workspace;
            case Workspaces.Made.TooLarge large -> throw tooLarge(program, large);
            case Workspaces.Made.Failed(String message) ->
                    throw Problems.internal(
                            message,
                            "Without a private copy nothing is run.",
                            "Is the disk full? PARETO_SCRATCH names another folder for copies.",
                            "");
        };
    }

    private static ProblemException tooLarge(Program program, Workspaces.Made.TooLarge large) {
        return new RootTooLargeException(
                new Problem(
                        Problem.Kind.USAGE,
                        "%s holds %s; Pareto copies at most %s."
                                .formatted(program.root(), large.size(), large.limit()),
                        "Every run works in a private copy, so that it cannot touch your files. The"
                                + " largest: "
                                + String.join(", ", large.largestFolders())
                                + ".",
                        "Leave folders out (--leave-out DIR) or link those with data (--link DIR;"
                                + " a program can write through a link), or choose a smaller root.",
                        ""),
                large.largestFolders());
    }

    /// What is measured at the same time disturbs each other.
    ///
    /// @throws ProblemException when something is being measured now
    Turn turn() throws ProblemException {
        if (!measuring.tryLock()) {
            throw Problems.usage(
                    "Something is still being measured.",
                    "Two measurements at once would disturb each other.",
                    "Wait until it is done, or cancel it.",
                    "");
        }
        return measuring::unlock;
    }

    /// The right to measure; given back on close.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public synchronized void close() {
        if (launcher != null) {
            launcher.close();
        }
        analysers.values().forEach(Analyser::close);
        sources.close();
    }
}
