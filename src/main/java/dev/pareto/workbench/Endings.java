package dev.pareto.workbench;

import dev.pareto.program.Output.Exit;
import dev.pareto.python.Ended;
import dev.pareto.quantity.Figures;
import dev.pareto.workbench.RunSummary.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Says in words how runs ended.
final class Endings {
    private Endings() {}

    /// @param scratchRoot the copy that it ran in; its paths are shown as those of the root
    static RunSummary summary(Ended ended, Path scratchRoot) {
        return switch (ended) {
            case Ended.Finished finished -> finished(finished, scratchRoot);
            case Ended.LimitReached reached -> limit(reached);
            case Ended.Cancelled cancelled ->
                    plain(
                            Kind.CANCELLED,
                            "The run was stopped after %s.".formatted(wall(cancelled)),
                            "What was seen until then is kept.",
                            "");
            case Ended.Crashed(var reason, _, _, _) ->
                    plain(Kind.NOT_WATCHED, reason, "The program itself may be fine.", "");
        };
    }

    private static RunSummary finished(Ended.Finished ended, Path scratchRoot) {
        Traceback traceback =
                Traceback.in(ended.stderr().text(), scratchRoot.toString()).orElse(null);
        return switch (ended.exit()) {
            case Exit.Signal(int number) -> signal(number, ended);
            case Exit.Status(int code) when code == 0 ->
                    plain(
                            Kind.FINISHED,
                            "The program ended after %s.".formatted(wall(ended)),
                            cut(ended),
                            "");
            case Exit.Status(int code) -> traceback == null ? status(code) : exception(traceback);
        };
    }

    private static RunSummary status(int code) {
        return plain(
                Kind.STATUS,
                "The program ended with status %d.".formatted(code),
                "By convention anything but 0 means that it failed.",
                "See what it printed. Does it need other arguments?");
    }

    private static RunSummary exception(Traceback traceback) {
        String place =
                traceback.place().map(f -> " at %s:%d".formatted(f.path(), f.line())).orElse("");
        String said =
                traceback.message().isEmpty()
                        ? traceback.exception()
                        : traceback.exception() + ": " + traceback.message();
        return switch (traceback.exception()) {
            case "EOFError" ->
                    new RunSummary(
                            Kind.INPUT_MISSING,
                            "The program waits for input%s, and there is no more.".formatted(place),
                            "input() raised EOFError, since standard input is at its end.",
                            "Give it standard input: a file (--stdin FILE), or text in the program"
                                    + " bar.",
                            traceback);
            case "SyntaxError", "IndentationError", "TabError" ->
                    new RunSummary(
                            Kind.SYNTAX_ERROR,
                            "Python does not accept the code%s: %s."
                                    .formatted(place, traceback.message()),
                            "Nothing of that file was executed.",
                            "Correct the line, or choose the Python version that it was written"
                                    + " for.",
                            traceback);
            case "ModuleNotFoundError" ->
                    new RunSummary(
                            Kind.EXCEPTION,
                            "The program failed%s: %s.".formatted(place, traceback.message()),
                            "The package is not installed for this interpreter.",
                            "Choose the interpreter whose environment has it, or install it there.",
                            traceback);
            case "MemoryError" ->
                    new RunSummary(
                            Kind.EXCEPTION,
                            "The program ran out of memory%s.".formatted(place),
                            "Python could not get the memory that it asked for.",
                            "Try a smaller input, or allow more memory.",
                            traceback);
            default ->
                    new RunSummary(
                            Kind.EXCEPTION,
                            "The program failed%s: %s".formatted(place, said),
                            "Nobody caught the exception, so Python stopped there.",
                            "Run it once by hand with the same arguments; do they fit?",
                            traceback);
        };
    }

    private static RunSummary signal(int number, Ended ended) {
        String name =
                switch (number) {
                    case 2 -> "an interrupt (SIGINT)";
                    case 6 -> "abort (SIGABRT)";
                    case 9 -> "a kill (SIGKILL)";
                    case 11 -> "a segmentation fault (SIGSEGV)";
                    case 15 -> "a request to end (SIGTERM)";
                    default -> "signal " + number;
                };
        return plain(
                Kind.SIGNAL,
                "The program was ended by %s after %s.".formatted(name, wall(ended)),
                number == 11
                        ? "A native part of Python or of a package failed, or recursion was too"
                                + " deep."
                        : "It did not end by itself.",
                number == 9 ? "Was the computer out of memory? Try a smaller input." : "");
    }

    private static RunSummary limit(Ended.LimitReached ended) {
        return switch (ended.limit()) {
            case TIME ->
                    plain(
                            Kind.TIME_LIMIT,
                            "The program was stopped after %s, its time limit."
                                    .formatted(wall(ended)),
                            "It may be in an endless loop, or only slow.",
                            "Profile it to see where it is, try a smaller input, or allow more"
                                    + " time (--timeout).");
            case MEMORY ->
                    plain(
                            Kind.MEMORY_LIMIT,
                            "The program was stopped when it reached its memory limit (peak %s)."
                                    .formatted(Figures.bytes(ended.usage().peakMemory().count())),
                            "It held more memory at once than it may.",
                            "Try a smaller input, or allow more memory (--memory).");
            case SCRATCH ->
                    plain(
                            Kind.SCRATCH_LIMIT,
                            "The program was stopped, since it wrote too much into its folder.",
                            "What it wrote is in its private copy, and is deleted with it.",
                            "Try a smaller input.");
            case DESCENDANTS ->
                    plain(
                            Kind.PROCESS_LIMIT,
                            "The program was stopped, since it started too many processes.",
                            "All of them were ended.",
                            "Let it start fewer, or use a pool.");
        };
    }

    private static String cut(Ended ended) {
        return ended.stdout().isTruncated() || ended.stderr().isTruncated()
                ? "It printed %s; the first %s are kept, the rest is counted and hashed."
                        .formatted(
                                Figures.bytes(
                                        ended.stdout().size().count()
                                                + ended.stderr().size().count()),
                                Figures.bytes(
                                        (long) ended.stdout().head().length
                                                + ended.stderr().head().length))
                : "";
    }

    private static String wall(Ended ended) {
        return Figures.time(ended.usage().wall().seconds());
    }

    private static RunSummary plain(Kind kind, String what, String meaning, String remedy) {
        @Nullable Traceback none = null;
        return new RunSummary(kind, what, meaning, remedy, none);
    }
}
