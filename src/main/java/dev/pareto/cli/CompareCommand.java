package dev.pareto.cli;

import dev.pareto.lesson.Grade;
import dev.pareto.program.Variant;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialProgress;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.TrialRules;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.TrialReport;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `pareto compare`.
@Command(
        name = "compare",
        customSynopsis = "pareto compare [OPTIONS] A B [-- ARGS]",
        description = {
            "Is B faster than A, and does it print the same? Exit status 0 only for faster.",
            "A and B are scripts, or folders with the same entry."
        },
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "A", description = "What is now.")
    @Nullable Path before;

    @Parameters(index = "1", paramLabel = "B", description = "What may be faster.")
    @Nullable Path after;

    @Option(
            names = "--budget",
            paramLabel = "S",
            defaultValue = "30",
            description = "Seconds after which it stops at the next look (default: 30).")
    double budget = 30;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            defaultValue = "time",
            description = "What the exit status is about: time or memory (default: time).")
    Metric metric = Metric.TIME;

    @Mixin private ProgramOptions program = new ProgramOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    CompareCommand(Shell shell) {
        this.shell = shell;
    }

    /// What is compared.
    enum Metric {
        TIME,
        MEMORY
    }

    @Override
    public Integer call() throws Exception {
        Path one = shell.folder().resolve(String.valueOf(before)).normalize();
        Path other = shell.folder().resolve(String.valueOf(after)).normalize();
        try (Workbench workbench = shell.workbench().open();
                Session session = new Programs(shell, program).open(workbench, one, null)) {
            Variant candidate =
                    session.adopt(String.valueOf(after), new Twin(session, one, other).changes());
            TrialReport report = trial(shell, output, session, candidate.id(), budget);
            shell.out()
                    .println(
                            output.json
                                    ? Output.json(TrialJson.of(report.result()))
                                    : new TrialText(report, shell.paint())
                                            .text(String.valueOf(before), String.valueOf(after)));
            return status(report.result());
        }
    }

    static TrialReport trial(
            Shell shell, OutputOptions output, Session session, String candidate, double budget)
            throws ProblemException, InterruptedException {
        try (Progress progress = new Progress(shell, output)) {
            return session.trial(
                    Variant.BASELINE_ID,
                    candidate,
                    TrialRules.DEFAULT.within(new WallTime(budget)),
                    shell.stop(),
                    told(progress));
        }
    }

    /// Grades a lesson's solution, with the same progress.
    static Grade grade(
            Shell shell, OutputOptions output, Session session, String candidate, double budget)
            throws ProblemException, InterruptedException {
        try (Progress progress = new Progress(shell, output)) {
            return session.check(
                    candidate,
                    TrialRules.DEFAULT.within(new WallTime(budget)),
                    shell.stop(),
                    told(progress));
        }
    }

    static TrialProgress told(Progress progress) {
        return new TrialProgress() {
            @Override
            public void at(Phase phase, TrialResult soFar, int nextLook) {
                progress.at(words(phase), detail(phase, soFar, nextLook));
            }

            @Override
            public void reached(String reach) {
                progress.say(reach + " It is repeated now; Ctrl+C stops it.");
            }
        };
    }

    private static String words(TrialProgress.Phase phase) {
        return switch (phase) {
            case PREPARING -> "Preparing two copies";
            case CHECKING_OUTPUT -> "Comparing the outputs";
            case MEASURING -> "Measuring";
        };
    }

    private static String detail(TrialProgress.Phase phase, TrialResult soFar, int nextLook) {
        return phase == TrialProgress.Phase.MEASURING
                ? "%d pairs, next look at %d, %s"
                        .formatted(soFar.pairs().size(), nextLook, soFar.took())
                : "";
    }

    private int status(TrialResult result) {
        return switch (result.verdict().id()) {
            case "faster" -> metric == Metric.TIME || lessMemory(result) ? Status.DONE : Status.NO;
            case "failed", "output_changed" -> Status.NO;
            default -> metric == Metric.MEMORY && lessMemory(result) ? Status.DONE : Status.NO;
        };
    }

    private static boolean lessMemory(TrialResult result) {
        var ratio = result.memory().ratio();
        return ratio != null && ratio.low().value() > 1;
    }
}
