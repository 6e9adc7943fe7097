package dev.pareto.cli;

import dev.pareto.python.StopSignal;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The command line. One object, one command; blocks until it is done.
public final class Cli {
    private final WorkbenchSource workbench;
    private final PrintStream out;
    private final PrintStream err;
    private final Path folder;
    private final boolean interactive;
    private final StopSignal stop;

    /// Sets it up.
    ///
    /// @param out results; @param err progress and problems
    /// @param folder that relative paths count from
    /// @param interactive whether somebody looks at a terminal
    /// @param stop requested when the user presses Ctrl+C: the command ends soon, with 130
    public Cli(
            WorkbenchSource workbench,
            PrintStream out,
            PrintStream err,
            Path folder,
            boolean interactive,
            StopSignal stop) {
        this.workbench = workbench;
        this.out = out;
        this.err = err;
        this.folder = folder;
        this.interactive = interactive;
        this.stop = stop;
    }

    /// Does what the arguments say; returns the exit status.
    public int run(String... arguments) {
        // Split here, since what stands after it belongs to the program, whatever it looks like.
        List<String> all = Arrays.asList(arguments);
        int end = all.indexOf("--");
        List<String> ours = end < 0 ? all : all.subList(0, end);
        List<String> theirs = end < 0 ? List.of() : all.subList(end + 1, all.size());
        CommandLine commands = Commands.of(shell(theirs));
        commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpWidth(100);
        commands.setParameterExceptionHandler(usage());
        commands.setExecutionExceptionHandler(failure());
        try {
            return ended(commands.execute(ours.toArray(String[]::new)));
        } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            // Those are not given to the handler of exceptions.
            return ended(new Failure(err, ours.contains("--verbose")).tell(e));
        }
    }

    /// Walks through profile, advice, fix and trial of a lesson, where there is no window for it.
    ///
    /// @param why there is none, a sentence
    public int walk(String why) {
        try {
            return ended(new Walk(shell(List.of()), why).call());
        } catch (Exception e) {
            return tell(e);
        }
    }

    /// Tells why Pareto could not do its work; returns the exit status.
    public int tell(Exception failure) {
        return ended(new Failure(err, false).tell(failure));
    }

    private Shell shell(List<String> programArguments) {
        return new Shell(workbench, out, err, folder, interactive, stop, programArguments);
    }

    private int ended(int status) {
        out.flush();
        err.flush();
        return stop.isRequested() ? Status.CANCELLED : status;
    }

    private IParameterExceptionHandler usage() {
        return (e, _) -> {
            CommandLine command = e.getCommandLine();
            err.println("pareto: " + String.valueOf(e.getMessage()).replaceAll("\\R", " "));
            err.println("  " + command.getHelp().synopsis(0).strip().replaceAll("\\R", "\n  "));
            err.println("  More: " + command.getCommandSpec().qualifiedName() + " --help");
            return Status.USAGE;
        };
    }

    private IExecutionExceptionHandler failure() {
        return (e, command, _) -> {
            boolean verbose =
                    command.getCommandSpec().findOption("--verbose") != null
                            && Boolean.TRUE.equals(
                                    command.getCommandSpec().findOption("--verbose").getValue());
            return new Failure(err, verbose).tell(e);
        };
    }
}
