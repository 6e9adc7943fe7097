package dev.pareto.cli;

import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.workbench.RunReport;
import dev.pareto.workbench.RunSummary;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// `pareto run`.
@Command(
        name = "run",
        customSynopsis = "pareto run [OPTIONS] (FILE | -m MODULE) [-- ARGS]",
        description = "Runs a program once, as it is, and says where the time went.",
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin private Entry entry = new Entry();

    @Mixin private ProgramOptions program = new ProgramOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    RunCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open();
                Session session = new Programs(shell, program).open(workbench, entry);
                Progress progress = new Progress(shell, output)) {
            progress.at("Running " + session.snapshot().program().label(), "");
            RunReport report = session.run(Variant.BASELINE_ID, shell.stop(), _ -> {});
            progress.done();
            if (output.json) {
                shell.out().println(Output.json(RunJson.of(report)));
            } else {
                print(report);
            }
            return status(report.summary());
        }
    }

    static int status(RunSummary summary) {
        return switch (summary.kind()) {
            case FINISHED -> Status.DONE;
            case CANCELLED -> Status.CANCELLED;
            case NOT_WATCHED -> Status.MISSING;
            default -> Status.PROGRAM;
        };
    }

    private void print(RunReport report) {
        var ended = report.ended();
        shell.out().print(ended.stdout().text());
        if (!ended.stdout().isEmpty() && !ended.stdout().text().endsWith("\n")) {
            shell.out().println();
        }
        shell.out().flush();
        shell.err().print(report.errors());
        var usage = ended.usage();
        shell.err()
                .println(
                        Failure.lines(
                                report.summary().what(),
                                report.summary().meaning(),
                                report.summary().remedy()));
        shell.err()
                .println(
                        "  CPU %s · waiting %s · run queue %s · peak memory %s"
                                .formatted(
                                        usage.cpu(),
                                        usage.workingThreads() > 1 || usage.children()
                                                ? "–"
                                                : usage.blocked().toString(),
                                        usage.runQueue(),
                                        Figures.bytes(usage.peakMemory().count())));
    }
}
