package dev.pareto.ui.output;

import dev.pareto.program.Output;
import dev.pareto.python.Ended;
import dev.pareto.python.Usage;
import dev.pareto.quantity.Share;
import dev.pareto.ui.fx.Messages;

import java.util.Map;

/// How a run ended and where its time went, in words.
///
/// @param good whether it ended by itself with status 0
/// @param words "Ended well, exit status 0"; @param meaning one sentence more, may be empty
/// @param needsInput whether it failed since it asked for input that there was not
/// @param split whether waiting and run queue are known: one thread, no children
/// @param bound "CPU-bound: 97.0 % of the wall time", empty where the split is not known
record RunEnd(
        boolean good,
        String words,
        String meaning,
        boolean needsInput,
        boolean split,
        String bound) {
    private static final double MOSTLY = 0.8;
    private static final double WORTH_A_WORD = 0.1;

    static RunEnd of(Ended ended) {
        Output.Exit exit =
                ended instanceof Ended.Finished finished
                        ? finished.exit()
                        : new Output.Exit.Status(0);
        var output = new Output(exit, ended.stdout(), ended.stderr(), Map.of());
        String exception = output.exceptionType().orElse("");
        boolean needsInput = exception.equals("EOFError");
        boolean split = ended.usage().workingThreads() <= 1 && !ended.usage().children();
        return new RunEnd(
                ended instanceof Ended.Finished && output.succeeded(),
                words(ended, exception),
                needsInput ? Messages.text("output.needs-input") : meaning(ended),
                needsInput,
                split,
                split ? bound(ended.usage()) : Messages.text("output.several"));
    }

    private static String words(Ended ended, String exception) {
        String wall = ended.usage().wall().toString();
        return switch (ended) {
            case Ended.Finished(Output.Exit.Status(int code), _, _, _) when code == 0 ->
                    Messages.text("output.ended.well");
            case Ended.Finished(Output.Exit.Status(int code), _, _, _) ->
                    exception.isEmpty()
                            ? Messages.text("output.ended.status", code)
                            : Messages.text("output.ended.exception", exception, code);
            case Ended.Finished(Output.Exit.Signal(int number), _, _, _) ->
                    Messages.text("output.ended.signal", signal(number));
            case Ended.LimitReached limit ->
                    Messages.text(
                            switch (limit.limit()) {
                                case TIME -> "output.limit.time";
                                case MEMORY -> "output.limit.memory";
                                case SCRATCH -> "output.limit.scratch";
                                case DESCENDANTS -> "output.limit.descendants";
                            },
                            wall);
            case Ended.Cancelled _ -> Messages.text("output.cancelled", wall);
            case Ended.Crashed _ -> Messages.text("output.crashed");
        };
    }

    private static String meaning(Ended ended) {
        return switch (ended) {
            case Ended.Finished _ -> "";
            case Ended.LimitReached _ -> Messages.text("output.limit.remedy");
            case Ended.Cancelled _ -> Messages.text("output.until-then");
            case Ended.Crashed crashed -> crashed.reason();
        };
    }

    /// The signals that end programs; numbers as on Linux and macOS.
    private static String signal(int number) {
        return switch (number) {
            case 2 -> "SIGINT";
            case 6 -> "SIGABRT";
            case 8 -> "SIGFPE";
            case 9 -> "SIGKILL";
            case 11 -> "SIGSEGV";
            case 15 -> "SIGTERM";
            default -> Integer.toString(number);
        };
    }

    private static String bound(Usage usage) {
        double wall = usage.wall().seconds();
        Share cpu = Share.of(Math.min(wall, usage.cpu().seconds()), wall);
        Share waiting = Share.of(usage.blocked().seconds(), wall);
        // What others took of the machine says nothing about the program.
        double own = usage.cpu().seconds() + usage.blocked().seconds();
        if (usage.cpu().seconds() >= MOSTLY * own) {
            Share queue = Share.of(usage.runQueue().seconds(), wall);
            return queue.fraction() < WORTH_A_WORD
                    ? Messages.text("output.bound.cpu", cpu)
                    : Messages.text("output.bound.cpu-queued", cpu, queue);
        }
        return usage.blocked().seconds() >= 0.5 * own
                ? Messages.text("output.bound.waiting", waiting)
                : Messages.text("output.bound.mixed", cpu, waiting);
    }
}
