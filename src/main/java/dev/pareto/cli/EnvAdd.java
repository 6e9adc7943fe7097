package dev.pareto.cli;

import dev.pareto.program.Interpreter;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/// `pareto env add`.
@Command(
        name = "add",
        description = {
            "Makes a copy of an environment with a package more, as a suggestion may need, by pip.",
            "The environment itself is left alone. It needs the network once."
        })
final class EnvAdd implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "PACKAGE", description = "As in numpy.")
    String name = "";

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The interpreter of the program (default: the newest found).")
    @Nullable Path python;

    @Mixin private OutputOptions output = new OutputOptions();

    EnvAdd(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open();
                Progress progress = new Progress(shell, output)) {
            @Nullable Interpreter original =
                    python == null
                            ? null
                            : workbench.interpreterAt(
                                    shell.folder().resolve(python), shell.folder());
            Interpreter copy =
                    workbench.addPackage(
                            name, original, shell.stop(), line -> progress.at(line, ""));
            progress.done();
            String path = copy.executable().toString();
            shell.out()
                    .println(
                            output.json
                                    ? Output.json(
                                            Map.of(
                                                    "schema", "pareto.environment/1",
                                                    "package", name,
                                                    "python", path))
                                    : "A copy of the environment with %s. Use it with --python %s"
                                            .formatted(name, path));
            return Status.DONE;
        }
    }
}
