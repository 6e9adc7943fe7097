package dev.pareto.cli;

import dev.pareto.quantity.Figures;
import dev.pareto.workbench.MachineReport;
import dev.pareto.workbench.MachineReport.EngineCheck;
import dev.pareto.workbench.NoiseReport;
import dev.pareto.workbench.Workbench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `pareto doctor`.
@Command(
        name = "doctor",
        customSynopsis = "pareto doctor [OPTIONS]",
        description = "Says what works on this machine, by trying it, and what is missing.",
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--noise",
            description = "Compare a program with itself for ten seconds: nothing may be claimed.")
    boolean noise;

    @Mixin private OutputOptions output = new OutputOptions();

    DoctorCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open();
                Progress progress = new Progress(shell, output)) {
            progress.at("Trying interpreters and engines", "");
            MachineReport report = workbench.doctor(shell.stop());
            Optional<NoiseReport> measured =
                    noise && !report.interpreters().isEmpty()
                            ? Optional.of(
                                    workbench.noise(shell.stop(), CompareCommand.told(progress)))
                            : Optional.empty();
            progress.done();
            Map<String, Object> json = json(report);
            measured.ifPresent(one -> json.put("noise", NoiseText.json(one)));
            shell.out()
                    .println(
                            output.json
                                    ? Output.json(json)
                                    : text(report) + measured.map(NoiseText::of).orElse(""));
            return report.interpreters().isEmpty()
                    ? Status.MISSING
                    : measured.filter(NoiseReport::claims).isPresent() ? Status.NO : Status.DONE;
        }
    }

    private static Map<String, Object> json(MachineReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.doctor/1");
        json.put(
                "interpreters",
                report.interpreters().stream()
                        .map(
                                i ->
                                        Map.of(
                                                "path", i.executable().toString(),
                                                "version", i.version(),
                                                "implementation", i.implementation()))
                        .toList());
        json.put(
                "engines",
                report.engines().stream()
                        .map(
                                e ->
                                        Map.of(
                                                "engine", e.engine().id(),
                                                "works", e.works(),
                                                "remark", e.remark()))
                        .toList());
        json.put("pins", report.abilities().pins());
        json.put("kills_tree", report.abilities().killsTree());
        json.put("thread_times", report.abilities().threadTimes());
        json.put("outside_sampling", report.abilities().outsideSampling());
        json.put("timer_s", report.timerSeconds());
        json.put("machine", report.conditions());
        json.put("data", report.data().toString());
        json.put("java", System.getProperty("java.version"));
        return json;
    }

    private String text(MachineReport report) {
        StringBuilder text = new StringBuilder(shell.paint().bold("Interpreters") + "\n");
        if (report.interpreters().isEmpty()) {
            text.append(row(false, "none", "Install CPython 3.10 to 3.14 from python.org."));
        }
        report.interpreters()
                .forEach(i -> text.append(row(true, i.label(), i.executable().toString())));
        text.append('\n').append(shell.paint().bold("Engines")).append('\n');
        for (EngineCheck check : report.engines()) {
            text.append(row(check.works(), check.engine().id(), check.remark()));
        }
        var can = report.abilities();
        text.append('\n').append(shell.paint().bold("Programs")).append('\n');
        text.append(row(can.pins(), "pair on one core", can.pins() ? "" : "trials take longer"));
        text.append(
                row(
                        can.killsTree(),
                        "end all of a program",
                        can.killsTree() ? "" : "what detaches itself may go on running"));
        text.append(
                row(
                        can.threadTimes(),
                        "time by thread",
                        can.threadTimes() ? "" : "waiting is not split off"));
        text.append('\n').append(shell.paint().bold("Machine")).append('\n');
        report.conditions().forEach((name, value) -> text.append(fact(name, value)));
        text.append(fact("timer", "steps of " + Figures.time(report.timerSeconds())));
        text.append(fact("java", System.getProperty("java.version")));
        text.append(fact("data", report.data().toString()));
        return text.toString().stripTrailing();
    }

    private static String row(boolean works, String name, String remark) {
        return "  %s %-20s %s".formatted(works ? "✓" : "✗", name, remark).stripTrailing() + "\n";
    }

    private static String fact(String name, String value) {
        return "    %-20s %s%n".formatted(name, value);
    }
}
