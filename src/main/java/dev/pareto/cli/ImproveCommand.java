package dev.pareto.cli;

import dev.pareto.program.Variant;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.workbench.ImproveProgress;
import dev.pareto.workbench.ImproveRules;
import dev.pareto.workbench.Improvement;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pareto improve`.
@Command(
        name = "improve",
        customSynopsis = {
            "pareto improve [OPTIONS] (FILE | -m MODULE) -o OUT [--top N | --all] [-- ARGS]"
        },
        description = {
            "Tries the suggestions one at a time, and keeps those that make the program faster and",
            "leave its output as it is. What was kept is then measured against the original,",
            "and against itself without each of the steps.",
            "",
            "The program itself is not changed. Exit status 0 only for a confirmed gain."
        },
        sortOptions = false)
final class ImproveCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin private Entry entry = new Entry();

    @Option(
            names = "-o",
            paramLabel = "OUT",
            required = true,
            description = {
                "A file ending in .py, or a folder. Where several files change, OUT.py becomes",
                "a folder OUT."
            })
    @Nullable Path target;

    @ArgGroup private Amount amount = new Amount();

    @Option(
            names = "--budget",
            paramLabel = "S",
            defaultValue = "120",
            description = "Seconds for all of it (default: 120).")
    double budget = 120;

    @Option(
            names = "--target",
            paramLabel = "X",
            description = "Stop when it is so many times faster, as in 2.5.")
    @Nullable Double wanted;

    @Mixin private ProgramOptions program = new ProgramOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    ImproveCommand(Shell shell) {
        this.shell = shell;
    }

    /// How many suggestions are tried.
    static final class Amount {
        @Option(
                names = "--top",
                paramLabel = "N",
                description = "Try at most N suggestions, the best predicted first.")
        int top = Integer.MAX_VALUE;

        @Option(names = "--all", description = "Try all of them (default).")
        boolean all;
    }

    @Override
    public Integer call() throws Exception {
        ImproveRules rules = rules();
        var destination = Destination.of(shell, Objects.requireNonNull(target));
        long began = System.nanoTime();
        try (Workbench workbench = shell.workbench().open();
                Session session = new Programs(shell, program).open(workbench, entry)) {
            destination.check(session);
            Improvement improvement = improve(session, rules);
            ImproveOutcome outcome = outcome(session, improvement, destination, began);
            shell.out()
                    .println(
                            output.json
                                    ? Output.json(ImproveJson.of(improvement, outcome))
                                    : new ImproveText(
                                                    name(session),
                                                    improvement,
                                                    outcome,
                                                    shell.paint())
                                            .text());
            return improvement.succeeded() && outcome.targetReached() ? Status.DONE : Status.NO;
        }
    }

    private ImproveOutcome outcome(
            Session session, Improvement improvement, Destination destination, long began)
            throws ProblemException {
        Path place = null;
        List<Path> written = List.of();
        if (improvement.succeeded()) {
            Variant best = session.snapshot().variant(improvement.best()).orElseThrow();
            Destination fitting = destination.fitting(best);
            written = fitting.write(session, best);
            place = fitting.path();
        }
        return new ImproveOutcome(
                place,
                written,
                isReached(improvement),
                new WallTime((System.nanoTime() - began) / 1e9));
    }

    private static String name(Session session) {
        var snapshot = session.snapshot();
        return (snapshot.program().label() + " " + snapshot.input().label()).strip();
    }

    private ImproveRules rules() throws ProblemException {
        if (!(budget > 0) || amount.top < 1 || (wanted != null && !(wanted > 1))) {
            throw Programs.usage(
                    "--budget must be above 0, --top at least 1, and --target above 1.",
                    "Otherwise there is nothing to try.",
                    "Leave them out for all suggestions within two minutes.");
        }
        return new ImproveRules(
                new WallTime(budget), amount.top, wanted == null ? null : new Ratio(wanted));
    }

    private Improvement improve(Session session, ImproveRules rules)
            throws ProblemException, InterruptedException {
        try (Progress progress = new Progress(shell, output)) {
            return session.improve(
                    Variant.BASELINE_ID,
                    rules,
                    shell.stop(),
                    now -> progress.at(words(now), detail(now)));
        }
    }

    private static String words(ImproveProgress.Now now) {
        return switch (now.phase()) {
            case PROFILING -> "Profiling " + kept(now);
            case ADVISING -> "Looking for advice for " + kept(now);
            case TRYING ->
                    now.suggestion() == null
                            ? "Trying"
                            : "Trying “%s” at %s:%d"
                                    .formatted(
                                            now.suggestion().title(),
                                            now.suggestion().file(),
                                            now.suggestion().line());
            case CONFIRMING -> "Measuring all that was kept against the original";
            case UNDOING ->
                    now.suggestion() == null
                            ? "Measuring without one step"
                            : "Measuring without “%s”".formatted(now.suggestion().title());
        };
    }

    private static String kept(ImproveProgress.Now now) {
        long kept = now.steps().stream().filter(Improvement.Step::kept).count();
        return kept == 0 ? "the original" : "what was kept so far (" + kept + ")";
    }

    private static String detail(ImproveProgress.Now now) {
        TrialResult soFar = now.trial();
        return soFar == null || soFar.pairs().isEmpty()
                ? ""
                : "%d pairs, %s".formatted(soFar.pairs().size(), soFar.took());
    }

    private boolean isReached(Improvement improvement) {
        if (wanted == null) {
            return true;
        }
        double least = wanted;
        return improvement
                .confirmed()
                .map(report -> report.result().verdict())
                .filter(
                        verdict ->
                                verdict instanceof Verdict.Faster(var estimate)
                                        && estimate.ratio().value() >= least)
                .isPresent();
    }
}
