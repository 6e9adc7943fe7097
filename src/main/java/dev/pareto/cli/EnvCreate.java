package dev.pareto.cli;

import dev.pareto.program.Interpreter;
import dev.pareto.python.ToolEnvironments.Environment;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/// `pareto env create`.
@Command(
        name = "create",
        description = {
            "Makes an environment of Pareto's own with line_profiler and memory_profiler, by pip.",
            "Your own environments are left alone. It needs the network once."
        })
final class EnvCreate implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--python",
            paramLabel = "VERSION",
            defaultValue = "",
            description = "As in 3.12 (default: the newest found).")
    String version = "";

    @Mixin private OutputOptions output = new OutputOptions();

    EnvCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open();
                Progress progress = new Progress(shell, output)) {
            @Nullable Interpreter python = Programs.interpreter(workbench, version);
            Environment made =
                    workbench.createEnvironment(
                            python, shell.stop(), line -> progress.at(line, ""));
            progress.done();
            shell.out()
                    .println(
                            output.json
                                    ? Output.json(EnvList.json(List.of(made)))
                                    : EnvList.text(made));
            return Status.DONE;
        }
    }
}
