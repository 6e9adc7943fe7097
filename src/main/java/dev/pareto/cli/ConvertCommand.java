package dev.pareto.cli;

import dev.pareto.profile.Profile;
import dev.pareto.quantity.Figures;
import dev.pareto.workbench.Workbench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// `pareto convert`.
@Command(
        name = "convert",
        customSynopsis = "pareto convert [OPTIONS] IN OUT",
        description = "Turns a profile of another tool into another form, by the endings.",
        sortOptions = false)
final class ConvertCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            index = "0",
            paramLabel = "IN",
            description = "A .prof, .speedscope.json, .collapsed or .json.")
    Path in = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description =
                    "A .prof, .speedscope.json, .collapsed, .trace.json, .html, .csv or .json.")
    Path out = Path.of("");

    @Mixin private OutputOptions output = new OutputOptions();

    ConvertCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        ProfileFile target = ProfileFile.at(shell, out);
        Path source = shell.folder().resolve(in);
        try (Workbench workbench = shell.workbench().open()) {
            Profile profile = workbench.openProfile(source);
            target.write(workbench, profile, String.valueOf(source.getFileName()));
            shell.out().println(output.json ? Output.json(json(profile)) : text(profile));
            return Status.DONE;
        }
    }

    private Map<String, Object> json(Profile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.conversion/1");
        json.put("in", in.toString());
        json.put("out", out.toString());
        json.put("functions", profile.functions().size());
        json.put("wall_s", profile.wall().seconds());
        json.put("notes", profile.notes());
        return json;
    }

    private String text(Profile profile) {
        StringBuilder text =
                new StringBuilder(
                        "%s: %s functions, %s in all."
                                .formatted(
                                        out,
                                        Figures.count(profile.functions().size()),
                                        profile.wall()));
        profile.notes().forEach(note -> text.append("\nNote: ").append(note));
        return text.toString();
    }
}
