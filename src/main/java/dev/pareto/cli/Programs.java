package dev.pareto.cli;

import dev.pareto.program.Argument;
import dev.pareto.program.Argument.Role;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Stdin;
import dev.pareto.program.Target;
import dev.pareto.python.Limits;
import dev.pareto.quantity.Bytes;
import dev.pareto.workbench.Opened;
import dev.pareto.workbench.Opening;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// Opens the program that a command is about.
record Programs(Shell shell, ProgramOptions options) {
    Session open(Workbench workbench, Entry entry) throws ProblemException, InterruptedException {
        return open(workbench, entry.file, entry.module);
    }

    Session open(Workbench workbench, @Nullable Path file, @Nullable String module)
            throws ProblemException, InterruptedException {
        if ((file == null) == (module == null)) {
            throw usage(
                    file == null ? "No program was named." : "Both FILE and -m were given.",
                    "",
                    "Name a script, or a module with -m MODULE.");
        }
        Opening opening =
                file == null
                        ? Opening.of(shell.folder(), new Target.Module(String.valueOf(module)))
                        : Opening.of(shell.folder().resolve(file));
        return open(workbench, opening);
    }

    private Session open(Workbench workbench, Opening opening)
            throws ProblemException, InterruptedException {
        Opening complete =
                opening.asGuest()
                        .withRoot(resolved(options.root))
                        .withPython(resolved(options.python))
                        .withWorkingFolder(resolved(options.cwd))
                        .withEnvironment(options.environment)
                        .withInput(input());
        return switch (workbench.open(complete)) {
            case Opened.Ready(Session session) -> ready(session);
            case Opened.Choice(Path root, List<Target> entries) ->
                    throw usage(
                            "%s has %d programs.".formatted(root, entries.size()),
                            "They are: "
                                    + entries.stream()
                                            .limit(12)
                                            .map(Target::label)
                                            .collect(Collectors.joining(", "))
                                    + (entries.size() > 12 ? ", …" : "")
                                    + ".",
                            "Name one of them instead of the folder (-m MODULE for a package).");
        };
    }

    private Session ready(Session session) throws ProblemException {
        Path root = session.snapshot().program().root();
        if (options.cwd == null && shell.folder().startsWith(root)) {
            session.useWorkingFolder(shell.folder());
        }
        Limits limits = session.limits();
        if (options.timeout != null) {
            limits = limits.within(Duration.ofMillis(Math.round(options.timeout * 1000)));
        }
        if (options.memory != null) {
            limits = limits.withMemory(Bytes.ofMega(options.memory));
        }
        session.use(limits);
        session.useFolders(options.leftOut, options.linked);
        if (options.sizes.size() > 1) {
            session.checkSizes(options.sizes);
        }
        return session;
    }

    private @Nullable Path resolved(@Nullable Path path) {
        return path == null ? null : shell.folder().resolve(path).normalize();
    }

    /// The arguments after `--`, with sizes and seed filled in.
    private Input input() throws ProblemException {
        List<Argument> arguments = new ArrayList<>();
        for (String argument : shell.programArguments()) {
            arguments.add(
                    switch (argument) {
                        case "{n}" -> new Argument(Long.toString(size()), Role.SIZE);
                        case "{seed}" ->
                                new Argument(
                                        Long.toString(options.seed == null ? 1 : options.seed),
                                        Role.SEED);
                        default -> Argument.plain(checked(argument));
                    });
        }
        return new Input("command line", arguments, stdin());
    }

    private long size() throws ProblemException {
        if (options.sizes.isEmpty()) {
            throw usage(
                    "{n} stands among the arguments, but there is no size to fill in.",
                    "",
                    "Give one or more: --sizes 1000,4000.");
        }
        return Collections.max(options.sizes);
    }

    private static String checked(String argument) throws ProblemException {
        if (argument.contains("{n}") || argument.contains("{seed}")) {
            throw usage(
                    "{n} and {seed} are filled in only where they are a whole argument, not in "
                            + argument
                            + ".",
                    "",
                    "Write the option and its value as two arguments: --size {n}.");
        }
        return argument;
    }

    private Stdin stdin() throws ProblemException {
        Path file = resolved(options.stdin);
        if (file == null) {
            return Stdin.EMPTY;
        }
        if (!Files.isReadable(file)) {
            throw usage(
                    "There is no file " + options.stdin + " to read for standard input.",
                    "",
                    "Check the name given to --stdin.");
        }
        return new Stdin.FromFile(file);
    }

    /// The newest interpreter of a version; null for "", when the choice is left to the use case.
    static @Nullable Interpreter interpreter(Workbench workbench, String version)
            throws ProblemException, InterruptedException {
        if (version.isEmpty()) {
            return null;
        }
        return workbench.interpreters(null).stream()
                .filter(one -> (one.version() + ".").startsWith(version + "."))
                .findFirst()
                .orElseThrow(
                        () ->
                                missing(
                                        "There is no Python " + version + " here.",
                                        "",
                                        "See pareto doctor for those that were found."));
    }

    static ProblemException missing(String what, String meaning, String remedy) {
        return new ProblemException(new Problem(Problem.Kind.MISSING, what, meaning, remedy, ""));
    }

    static ProblemException usage(String what, String meaning, String remedy) {
        return new ProblemException(new Problem(Problem.Kind.USAGE, what, meaning, remedy, ""));
    }
}
