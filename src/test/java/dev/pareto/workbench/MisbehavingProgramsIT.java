package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.profile.EngineKind;
import dev.pareto.python.InstalledPythons;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Every program that misbehaves, under the outside sampler: each ends in a true profile of what
/// was seen until then, in bounded time, with nothing left running and nothing of the user's
/// touched. All engines and interpreters: `src/test/bench/Misbehaving.java`.
@EnabledOnOs(OS.LINUX)
class MisbehavingProgramsIT {
    /// Noise of a busy machine passes; a fault of ours is there every time.
    private static final int TRIES = 3;

    @TempDir static Path folder;
    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        desk = Desk.in(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static List<MisbehavingProgram> programs() throws IOException {
        return MisbehavingProgram.all();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void endsInATrueProfile(MisbehavingProgram program) throws Exception {
        Path python = InstalledPythons.all().lastEntry().getValue();
        List<String> faults = List.of("not tried");
        for (int i = 0; i < TRIES && !faults.isEmpty(); i++) {
            Path own = desk.folder().resolve(program.name() + i);
            faults = new MisbehavingRun(desk, program, EngineKind.OUTSIDE, python, own).faults();
        }
        assertEquals(List.of(), faults);
    }

    static Stream<Arguments> insideTheProgram() throws IOException {
        var turnsOnUs =
                Set.of(
                        "changes_os",
                        "changes_tracing",
                        "clears_environment",
                        "closes_files",
                        "pool_fork");
        return MisbehavingProgram.all().stream()
                .filter(program -> turnsOnUs.contains(program.name()))
                .flatMap(
                        program ->
                                Stream.of(
                                                EngineKind.SAMPLER_THREAD,
                                                EngineKind.CPROFILE,
                                                EngineKind.LINE_PROFILER,
                                                EngineKind.MEMORY_PROFILER,
                                                EngineKind.TRACEMALLOC)
                                        .map(engine -> Arguments.of(program, engine)));
    }

    /// What cannot be seen has to be admitted.
    @ParameterizedTest
    @MethodSource("insideTheProgram")
    void endsInATrueProfileOfAToolInsideOfIt(MisbehavingProgram program, EngineKind engine)
            throws Exception {
        for (Path python :
                Set.of(
                        InstalledPythons.all().firstEntry().getValue(),
                        InstalledPythons.all().lastEntry().getValue())) {
            Path own = desk.folder().resolve(program.name() + engine.id() + python.hashCode());
            List<String> faults = new MisbehavingRun(desk, program, engine, python, own).faults();
            assertEquals(
                    List.of(),
                    faults.stream()
                            .filter(fault -> !fault.startsWith(MisbehavingRun.ADMITTED))
                            .toList(),
                    python::toString);
        }
    }

    /// Or the test above would say nothing about it.
    @Test
    void whatIsLeftRunningWouldBeFound() throws Exception {
        var builder = new ProcessBuilder("sleep", "60");
        builder.environment().put("ANY", "mark-of-this-test");
        Process left = builder.start();
        try {
            assertEquals(
                    List.of("left running: sleep 60 "), MisbehavingRun.left("mark-of-this-test"));
        } finally {
            left.destroyForcibly();
        }
    }
}
