package dev.pareto.cli;

import dev.pareto.advice.Advice;
import dev.pareto.program.Variant;
import dev.pareto.workbench.AdvicePhase;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.RunSummary;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `pareto advise`.
@Command(
        name = "advise",
        customSynopsis = "pareto advise [OPTIONS] (FILE | -m MODULE) [-- ARGS]",
        description = "Says what would make a program faster, by evidence from its runs.",
        sortOptions = false)
final class AdviseCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin private Entry entry = new Entry();

    @Mixin private ProgramOptions program = new ProgramOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    AdviseCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open();
                Session session = new Programs(shell, program).open(workbench, entry)) {
            ProfileReport profile =
                    ProfileCommand.profile(shell, output, session, Optional.empty());
            Optional<RunSummary> failed = profile.ending().filter(ending -> !ending.succeeded());
            if (failed.isPresent()) {
                RunSummary ending = failed.get();
                shell.err()
                        .println(
                                "pareto: "
                                        + Failure.lines(
                                                ending.what(), ending.meaning(), ending.remedy()));
                return RunCommand.status(failed.get());
            }
            Advice advice = advise(shell, output, session);
            shell.out()
                    .println(
                            output.json
                                    ? Output.json(AdviceJson.of(advice))
                                    : new AdviceText(session, advice, shell.paint()).text());
            return Status.DONE;
        }
    }

    /// Looks for advice for the baseline, with progress on stderr.
    static Advice advise(Shell shell, OutputOptions output, Session session)
            throws ProblemException, InterruptedException {
        try (Progress progress = new Progress(shell, output)) {
            return session.advise(
                    Variant.BASELINE_ID, shell.stop(), phase -> progress.at(words(phase), ""));
        }
    }

    private static String words(AdvicePhase phase) {
        return switch (phase) {
            case READING -> "Reading the source";
            case OBSERVING -> "Running with probes";
            case JUDGING -> "Judging what was seen";
        };
    }
}
