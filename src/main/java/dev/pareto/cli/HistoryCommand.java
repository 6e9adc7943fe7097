package dev.pareto.cli;

import dev.pareto.quantity.Figures;
import dev.pareto.trial.Verdict.Estimate;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.StoredTrial;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `pareto history`.
@Command(
        name = "history",
        customSynopsis = {
            "pareto history list [OPTIONS]",
            "pareto history show TRIAL [OPTIONS]",
            "pareto history export TRIAL -o OUT.json|OUT.csv"
        },
        description = "Trials that were held on this machine, newest first.",
        sortOptions = false)
final class HistoryCommand implements Callable<Integer> {
    private static final int MOST = 1_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final Shell shell;

    @Parameters(index = "0", paramLabel = "ACTION", description = "list, show or export.")
    Action action = Action.LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TRIAL",
            defaultValue = "0",
            description = "The number of a trial, from the list.")
    long trial;

    @Option(
            names = "-o",
            paramLabel = "OUT",
            description = "Where every run goes: .json for pyperf, or .csv.")
    @Nullable Path out;

    @Mixin private OutputOptions output = new OutputOptions();

    HistoryCommand(Shell shell) {
        this.shell = shell;
    }

    /// What to do.
    enum Action {
        LIST,
        SHOW,
        EXPORT
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open()) {
            List<StoredTrial> trials = workbench.trials(MOST);
            if (action == Action.LIST) {
                shell.out().println(output.json ? Output.json(json(trials)) : text(trials));
                return Status.DONE;
            }
            StoredTrial found =
                    trials.stream()
                            .filter(one -> one.id() == trial)
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            Programs.usage(
                                                    "There is no trial " + trial + ".",
                                                    "",
                                                    "See pareto history list."));
            if (action == Action.EXPORT) {
                return export(found);
            }
            shell.out()
                    .println(
                            output.json
                                    ? Output.json(json(found))
                                    : new TrialText(found.report(), shell.paint())
                                            .text(
                                                    found.report().reference(),
                                                    found.report()
                                                            .candidate()
                                                            .replaceFirst("^guest:", "")));
            return Status.DONE;
        }
    }

    private int export(StoredTrial found) throws ProblemException {
        if (out == null) {
            throw Programs.usage(
                    "Where to is not said.",
                    "The ending says in which form the runs are written.",
                    "Add -o runs.json for pyperf, or -o runs.csv.");
        }
        Path file = shell.folder().resolve(out).normalize();
        Workbench.exportRuns(found.report(), file);
        shell.out()
                .println(
                        output.json
                                ? Output.json(
                                        Map.of("schema", "pareto.runs/1", "out", file.toString()))
                                : "Wrote %d pairs to %s."
                                        .formatted(found.report().result().pairs().size(), file));
        return Status.DONE;
    }

    private static Map<String, Object> json(List<StoredTrial> trials) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.history/1");
        json.put("trials", trials.stream().map(HistoryCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(StoredTrial trial) {
        Map<String, Object> json = new LinkedHashMap<>(TrialJson.of(trial.report().result()));
        json.put("id", trial.id());
        json.put("program", trial.program().replace('\n', '/'));
        json.put("reference", trial.report().reference());
        json.put("candidate", trial.report().candidate());
        json.put("arguments", trial.report().input().texts());
        json.put("at", trial.report().at().toString());
        json.put("environment", trial.report().environment());
        return json;
    }

    private static String text(List<StoredTrial> trials) {
        if (trials.isEmpty()) {
            return "No trial was held yet. Hold one: pareto compare A B";
        }
        StringBuilder text = new StringBuilder();
        for (StoredTrial trial : trials) {
            Estimate estimate = TrialJson.estimate(trial.report().result().verdict());
            text.append(
                    "%4d  %s  %-14s %-7s  %s %s%n"
                            .formatted(
                                    trial.id(),
                                    TIME.format(trial.report().at()),
                                    trial.report().result().verdict().id().replace('_', ' '),
                                    estimate == null ? "" : Figures.ratio(estimate.ratio().value()),
                                    trial.program().replace('\n', '/'),
                                    trial.report().input().label()));
        }
        return text.toString().stripTrailing();
    }
}
