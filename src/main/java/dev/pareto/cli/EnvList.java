package dev.pareto.cli;

import dev.pareto.python.ToolEnvironments.Environment;
import dev.pareto.workbench.Workbench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `pareto env list`.
@Command(name = "list", description = "The environments that were made, and what is in them.")
final class EnvList implements Callable<Integer> {
    private final Shell shell;
    @Mixin private OutputOptions output = new OutputOptions();

    EnvList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open()) {
            List<Environment> environments = workbench.environments();
            if (output.json) {
                shell.out().println(Output.json(json(environments)));
            } else if (environments.isEmpty()) {
                shell.out().println("None yet. pareto env create makes one.");
            } else {
                environments.forEach(one -> shell.out().println(text(one)));
            }
            return Status.DONE;
        }
    }

    static String text(Environment environment) {
        return "Python %-5s %s%n             %s"
                .formatted(
                        environment.version(),
                        String.join(", ", environment.packages()),
                        environment.folder());
    }

    static Map<String, Object> json(List<Environment> environments) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.environments/1");
        json.put(
                "environments",
                environments.stream()
                        .map(
                                one ->
                                        Map.of(
                                                "python", one.version(),
                                                "folder", one.folder().toString(),
                                                "packages", one.packages()))
                        .toList());
        return json;
    }
}
