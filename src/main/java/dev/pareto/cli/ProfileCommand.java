package dev.pareto.cli;

import dev.pareto.profile.EngineKind;
import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `pareto profile`.
@Command(
        name = "profile",
        customSynopsis = "pareto profile [OPTIONS] (FILE | -m MODULE) [-o OUT] [-- ARGS]",
        description = "Shows where the time goes: lines, functions, waiting, memory.",
        sortOptions = false)
final class ProfileCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin private Entry entry = new Entry();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "auto",
            description =
                    "auto, outside, cprofile, line_profiler, memory_profiler or tracemalloc"
                            + " (default: auto).")
    String engine = "auto";

    @Option(
            names = "-o",
            paramLabel = "OUT",
            description = {
                "Also write the profile; the ending says how: .speedscope.json, .collapsed, .prof,",
                ".trace.json, .html, .csv, .json; .lprof and .txt as line_profiler and others write them."
            })
    @Nullable Path target;

    @Mixin private ProgramOptions program = new ProgramOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    ProfileCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        Optional<EngineKind> kind = kind();
        ProfileFile written = target == null ? null : ProfileFile.at(shell, target);
        try (Workbench workbench = shell.workbench().open();
                Session session = new Programs(shell, program).open(workbench, entry)) {
            ProfileReport report = profile(shell, output, session, kind);
            if (written != null) {
                ProfileText text = new ProfileText(session, report, shell.paint());
                written.write(
                        workbench,
                        report,
                        session.snapshot().program().label(),
                        (file, line) -> text.code(file.path(), line));
            }
            shell.out()
                    .println(
                            output.json
                                    ? Output.json(ProfileJson.of(report))
                                    : new ProfileText(session, report, shell.paint()).text());
            return report.ending().map(RunCommand::status).orElse(Status.DONE);
        }
    }

    /// Profiles the baseline, with progress on stderr.
    static ProfileReport profile(
            Shell shell, OutputOptions output, Session session, Optional<EngineKind> kind)
            throws ProblemException, InterruptedException {
        try (Progress progress = new Progress(shell, output)) {
            String work = "Profiling " + session.snapshot().program().label();
            return session.profile(
                    Variant.BASELINE_ID,
                    kind,
                    shell.stop(),
                    (phase, elapsed, samples) ->
                            progress.at(
                                    work,
                                    samples == 0
                                            ? elapsed.toString()
                                            : elapsed
                                                    + ", "
                                                    + Figures.count(samples)
                                                    + " samples"));
        }
    }

    private Optional<EngineKind> kind() throws ProblemException {
        String name = engine.toLowerCase(Locale.ROOT).replace('-', '_');
        if (name.equals("auto")) {
            return Optional.empty();
        }
        return Optional.of(
                Stream.of(EngineKind.values())
                        .filter(one -> one.id().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Programs.usage(
                                                "There is no engine " + engine + ".",
                                                "",
                                                "Choose one of: auto, "
                                                        + Stream.of(EngineKind.values())
                                                                .filter(
                                                                        k ->
                                                                                k
                                                                                        != EngineKind
                                                                                                .IMPORTED)
                                                                .map(EngineKind::id)
                                                                .collect(Collectors.joining(", "))
                                                        + ".")));
    }
}
