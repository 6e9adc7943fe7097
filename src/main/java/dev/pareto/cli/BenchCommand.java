package dev.pareto.cli;

import dev.pareto.program.Interpreter;
import dev.pareto.quantity.Figures;
import dev.pareto.workbench.SnippetReport;
import dev.pareto.workbench.SnippetReport.Timing;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `pareto bench`.
@Command(
        name = "bench",
        customSynopsis = "pareto bench [OPTIONS] [--setup S] STMT STMT …",
        description = "Times statements side by side with timeit.",
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "1..*", paramLabel = "STMT", description = "Python statements.")
    List<String> statements = List.of();

    @Option(
            names = {"-s", "--setup"},
            paramLabel = "S",
            defaultValue = "pass",
            description = "What runs once before each repetition.")
    String setup = "pass";

    @Option(
            names = "--python",
            paramLabel = "VERSION",
            defaultValue = "",
            description = "As in 3.12 (default: the newest found).")
    String version = "";

    @Mixin private OutputOptions output = new OutputOptions();

    BenchCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open();
                Progress progress = new Progress(shell, output)) {
            @Nullable Interpreter python = Programs.interpreter(workbench, version);
            progress.at("Timing", "");
            SnippetReport report = workbench.snippets(python, setup, statements, shell.stop());
            progress.done();
            shell.out().println(output.json ? Output.json(json(report)) : text(report));
            boolean failed = report.results().stream().anyMatch(Timing.Failed.class::isInstance);
            return failed ? Status.PROGRAM : Status.DONE;
        }
    }

    private static Map<String, Object> json(SnippetReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.bench/1");
        json.put("interpreter", report.interpreter());
        json.put("statements", report.results().stream().map(BenchCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(Timing timing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("statement", timing.statement());
        switch (timing) {
            case Timing.Timed timed -> {
                json.put("loops", timed.loops());
                json.put("median_s", timed.median());
                json.put("best_s", Collections.min(timed.seconds()));
                json.put("seconds", timed.seconds());
            }
            case Timing.Failed(_, String problem) -> json.put("problem", problem);
        }
        return json;
    }

    private String text(SnippetReport report) {
        double first =
                report.results().getFirst() instanceof Timing.Timed timed ? timed.median() : 0;
        StringBuilder text = new StringBuilder();
        for (Timing timing : report.results()) {
            text.append(
                    switch (timing) {
                        case Timing.Timed timed -> line(timed, first);
                        case Timing.Failed(String statement, String problem) ->
                                "  %s%n    %s%n".formatted(shell.paint().bold(statement), problem);
                    });
        }
        return text
                + "Wall time of one loop on %s. A difference here is no verdict: see pareto compare."
                        .formatted(report.interpreter());
    }

    private String line(Timing.Timed timed, double first) {
        return "  %s%n    median %s, best %s, worst %s; %,d loops × %d; first ÷ this %s%n"
                .formatted(
                        shell.paint().bold(timed.statement()),
                        Figures.time(timed.median()),
                        Figures.time(Collections.min(timed.seconds())),
                        Figures.time(Collections.max(timed.seconds())),
                        timed.loops(),
                        timed.seconds().size(),
                        first == 0 ? "–" : Figures.ratio(first / timed.median()));
    }
}
