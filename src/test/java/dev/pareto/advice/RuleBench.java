package dev.pareto.advice;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pareto.advice.rule.Packages;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profiler.EvidenceEngine;
import dev.pareto.profiler.Observed;
import dev.pareto.profiler.ProfileRequest;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Program.Trust;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.Analyser;
import dev.pareto.python.EnvironmentCopies;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launchers;
import dev.pareto.python.Limits;
import dev.pareto.python.PythonSources;
import dev.pareto.python.ScratchWorkspaces;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspaces.Made;
import dev.pareto.source.SourceText;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One interpreter, with what is needed to observe, advise and run small programs on it.
final class RuleBench implements AutoCloseable {
    private static final Path PLAIN_RUNS =
            Path.of("src/test/python/plain_runs.py").toAbsolutePath();

    private static final Path COPIES = Path.of("target/test-environments").toAbsolutePath();

    private final String version;
    private final Path python;
    private final Path folder;
    private final PythonSources sources = PythonSources.extract();
    private final Launcher launcher;
    private final Analyser analyser;
    private int programs;

    /// @param folder for the programs
    RuleBench(String version, Path python, Path folder) {
        this.version = version;
        this.python = python;
        this.folder = folder;
        launcher = Launchers.forThisMachine(python, sources);
        analyser = new Analyser(python, sources);
    }

    Analyser analyser() {
        return analyser;
    }

    /// Profile, plan, run with probes, advice: as the workbench does it, with a made-up profile.
    Advice advise(List<SourceText> files, List<String> arguments)
            throws IOException, InterruptedException {
        Advisor advisor = new Advisor(analyser, Packages.NONE);
        AdvicePlan plan = advisor.plan(files, HotProfile.of(files));
        Observations seen =
                plan.questions().isEmpty()
                        ? Observations.NONE
                        : observe(write(files), plan.questions(), arguments);
        return advisor.advise(plan, seen);
    }

    Observations observe(Path root, List<Question> questions, List<String> arguments)
            throws InterruptedException {
        var program =
                new Program(
                        root,
                        new Target.Script(RuleFixture.MAIN),
                        new Interpreter(python, python, version, "CPython", null),
                        root,
                        Map.of(),
                        Trust.OWN);
        var made = new ScratchWorkspaces().make(program, Variant.baseline());
        try (var workspace = ((Made.Ready) made).workspace()) {
            var request =
                    new ProfileRequest(
                            workspace,
                            Input.of(arguments.toArray(String[]::new)),
                            Limits.own(),
                            launcher);
            var observed =
                    new EvidenceEngine(sources.file("evidence.py"))
                            .observe(request, questions, new StopSignal());
            return ((Observed.Done) observed).observations();
        }
    }

    /// Files as a program in a folder of its own.
    Path write(List<SourceText> files) throws IOException {
        Path root = folder.resolve(version + "-" + programs++);
        Files.createDirectory(root);
        for (SourceText file : files) {
            Files.write(root.resolve(file.path()), file.bytes());
        }
        return root;
    }

    /// The interpreter with a package more; empty where that cannot be had here. It is kept for the
    /// next build.
    Optional<Path> with(String missing) throws InterruptedException {
        if (!EnvironmentCopies.canAdd(missing)) {
            return Optional.empty();
        }
        var copies = new EnvironmentCopies(COPIES, sources, Map.of());
        var own = new Interpreter(python, python, version, "CPython", null);
        var there = copies.with(missing, own);
        if (there.isEmpty()) {
            copies.create(missing, own, new StopSignal(), _ -> {});
            there = copies.with(missing, own);
        }
        return there.map(Interpreter::executable);
    }

    /// What programs print on each input and how they end, one line for each of both.
    ///
    /// @param missing packages that they need
    List<String> run(List<Path> roots, List<List<String>> inputs, List<String> missing)
            throws IOException, InterruptedException {
        Path interpreter = python;
        for (String name : missing) {
            var with = with(name);
            assumeTrue(with.isPresent(), name + " cannot be had here for Python " + version);
            interpreter = with.orElseThrow();
        }
        List<String> command =
                new ArrayList<>(List.of(interpreter.toString(), PLAIN_RUNS.toString()));
        command.add(Integer.toString(roots.size()));
        roots.forEach(root -> command.add(root.toString()));
        inputs.forEach(input -> command.add(String.join(" ", input)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        return output.lines().toList();
    }

    @Override
    public void close() {
        analyser.close();
        launcher.close();
        sources.close();
    }
}
