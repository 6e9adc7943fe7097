package dev.pareto.workbench;

import dev.pareto.profile.EngineKind;
import dev.pareto.profiler.ProfileProgress;
import dev.pareto.profiler.ProfileRequest;
import dev.pareto.profiler.Profiled;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.CopyOptions;
import dev.pareto.python.Ended;
import dev.pareto.python.Launcher;
import dev.pareto.python.Limits;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspace;
import dev.pareto.workbench.MachineReport.EngineCheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out what works on this machine, by doing it on a small program of ours.
final class Doctor {
    static final String SAMPLE =
            """
            def busy(n):
                total = 0
                for i in range(n):
                    total += i * i
                return total


            print(busy(1_000_000))
            """;

    private final Tools tools;
    private final Folders folders;

    Doctor(Tools tools, Folders folders) {
        this.tools = tools;
        this.folders = folders;
    }

    MachineReport look(StopSignal stop) throws ProblemException, InterruptedException {
        List<Interpreter> interpreters = tools.interpreters().onThisMachine();
        List<EngineCheck> engines = List.of();
        var abilities = new Launcher.Abilities(false, false, false, false);
        if (!interpreters.isEmpty()) {
            abilities = tools.launcher(interpreters.getFirst()).abilities();
            engines = engines(interpreters.getFirst(), stop);
        }
        return new MachineReport(
                interpreters,
                engines,
                abilities,
                Conditions.machine(),
                timerStep(),
                folders.data());
    }

    private List<EngineCheck> engines(Interpreter interpreter, StopSignal stop)
            throws ProblemException, InterruptedException {
        List<EngineCheck> checks = new ArrayList<>();
        try (var _ = tools.turn();
                ScratchProgram sample = ScratchProgram.of("sample.py", SAMPLE)) {
            Program program =
                    new Program(
                            sample.folder(),
                            new Target.Script("sample.py"),
                            interpreter,
                            sample.folder(),
                            Map.of(),
                            Program.Trust.LESSON);
            for (EngineKind kind : EngineKind.values()) {
                if (!stop.isRequested()) {
                    check(kind, program, stop).ifPresent(checks::add);
                }
            }
        } catch (IOException e) {
            throw Problems.internal(
                    "The folder for temporary files cannot be written.",
                    "Nothing can be run without it.",
                    "Is the disk full?",
                    e.toString());
        }
        return checks;
    }

    /// Empty for what is no engine here at all.
    private Optional<EngineCheck> check(EngineKind kind, Program program, StopSignal stop)
            throws ProblemException, InterruptedException {
        try (Workspace workspace =
                tools.workspace(program, Variant.baseline(), CopyOptions.DEFAULT)) {
            ProfileRequest request =
                    new ProfileRequest(
                            workspace,
                            Input.of(),
                            Limits.lesson().within(Duration.ofSeconds(20)),
                            tools.launcher(program.interpreter()));
            Profiled profiled =
                    tools.engines().engine(kind).profile(request, stop, ProfileProgress.NONE);
            return Optional.of(
                    switch (profiled) {
                        case Profiled.Unavailable(String reason) ->
                                new EngineCheck(kind, false, reason);
                        case Profiled.Done(var profile, Ended.Finished _, _) ->
                                new EngineCheck(kind, true, String.join(" ", profile.notes()));
                        case Profiled.Done(_, Ended ended, _) ->
                                new EngineCheck(
                                        kind,
                                        false,
                                        Endings.summary(ended, workspace.root()).text());
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The smallest step that the clock was seen to make.
    private static double timerStep() {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < 2_000; i++) {
            long start = System.nanoTime();
            long end = System.nanoTime();
            while (end == start) {
                end = System.nanoTime();
            }
            smallest = Math.min(smallest, end - start);
        }
        return smallest / 1e9;
    }

    /// A program of ours in a temporary folder, deleted on close.
    record ScratchProgram(Path folder, Path file) implements AutoCloseable {
        static ScratchProgram of(String name, String text) throws IOException {
            Path folder = Files.createTempDirectory("pareto-sample-").toRealPath();
            return new ScratchProgram(folder, Files.writeString(folder.resolve(name), text));
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
