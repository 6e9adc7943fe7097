package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Output.Exit;
import dev.pareto.program.Stdin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class LauncherTest {
    @TempDir Path folder;

    @Test
    void printsAndEnds() throws Exception {
        Path python = InstalledPythons.all().values().iterator().next();
        try (var sources = PythonSources.extract();
                var launcher = Launchers.forThisMachine(python, sources)) {
            for (int i = 0; i < 3; i++) {
                var running =
                        launcher.start(
                                new Command(
                                        List.of(python.toString(), "-c", "print(2 + 2)"),
                                        Map.of(),
                                        folder,
                                        Stdin.EMPTY,
                                        folder,
                                        Limits.own()));
                var ended = (Ended.Finished) running.await();
                assertEquals(new Exit.Status(0), ended.exit());
                assertEquals("4\n", ended.stdout().text());
            }
        }
    }

    @Test
    void standsStillInTurnsWhenTold() throws Exception {
        Path python = InstalledPythons.all().values().iterator().next();
        try (var sources = PythonSources.extract();
                var launcher = new LinuxLauncher(python, sources)) {
            var command =
                    new Command(
                            List.of(python.toString(), "-c", "sum(range(5_000_000))"),
                            Map.of(),
                            folder,
                            Stdin.EMPTY,
                            folder,
                            Limits.own());
            var ended = launcher.start(command.withPauses(Duration.ofMillis(5))).await();
            var usage = assertInstanceOf(Ended.Finished.class, ended).usage();
            assertTrue(usage.blocked().seconds() > 0.3 * usage.cpu().seconds(), usage::toString);
        }
    }
}
