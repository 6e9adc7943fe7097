package dev.pareto.cli;

import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.GrowthProgress;
import dev.pareto.trial.GrowthResult;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `pareto scale`.
@Command(
        name = "scale",
        customSynopsis = "pareto scale [OPTIONS] FILE [FILE2] --sizes N,N,N -- \"{n}\"",
        description = "How the time grows with the size of the input, for one program or two.",
        sortOptions = false)
final class ScaleCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "FILE", description = "A script, or its folder.")
    @Nullable Path file;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE2",
            description = "Another version of it.")
    @Nullable Path other;

    @Option(
            names = "--budget",
            paramLabel = "S",
            defaultValue = "60",
            description = "Seconds after which no more is begun (default: 60).")
    double budget = 60;

    @Mixin private ProgramOptions program = new ProgramOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    ScaleCommand(Shell shell) {
        this.shell = shell;
    }

    private static GrowthProgress told(Progress progress) {
        return new GrowthProgress() {
            @Override
            public void at(long size, GrowthResult soFar) {
                progress.at("Measuring", "size " + Figures.count(size));
            }

            @Override
            public void reached(String reach) {
                progress.say(reach + " It is repeated now; Ctrl+C stops it.");
            }
        };
    }

    @Override
    public Integer call() throws Exception {
        if (program.sizes.size() < 2) {
            throw Programs.usage(
                    "How it grows needs at least two sizes.",
                    "Three or more give an exponent.",
                    "Give them: --sizes 1000,2000,4000 -- \"{n}\".");
        }
        Path one = shell.folder().resolve(String.valueOf(file)).normalize();
        try (Workbench workbench = shell.workbench().open();
                Session session = new Programs(shell, program).open(workbench, one, null)) {
            List<String> names = new ArrayList<>(List.of(String.valueOf(file)));
            @Nullable String candidate = null;
            if (other != null) {
                Path second = shell.folder().resolve(other).normalize();
                names.add(other.toString());
                candidate =
                        session.adopt(other.toString(), new Twin(session, one, second).changes())
                                .id();
            }
            GrowthResult growth;
            try (Progress progress = new Progress(shell, output)) {
                growth =
                        session.scale(
                                Variant.BASELINE_ID,
                                candidate,
                                program.sizes,
                                new WallTime(budget),
                                shell.stop(),
                                told(progress));
            }
            GrowthText text = new GrowthText(growth, names, shell.paint());
            shell.out().println(output.json ? Output.json(text.json()) : text.text());
            return growth.problem() == null ? Status.DONE : Status.NO;
        }
    }
}
