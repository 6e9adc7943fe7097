package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Stdin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

@EnabledOnOs(OS.LINUX)
class LinuxLauncherIT extends MeasuredTruth {
    @Override
    Launcher open(Path python, PythonSources sources) {
        return new LinuxLauncher(python, sources);
    }

    @Override
    String script() {
        return "launcher.py";
    }

    @Test
    void pinsAPairToOneCore() throws Exception {
        var command =
                command(
                        "import os; print(sorted(os.sched_getaffinity(0)))",
                        Stdin.EMPTY,
                        Limits.own());
        var pair = launcher.start(List.of(command, command), Launcher.Placement.ONE_CORE);
        String first = pair.get(0).await().stdout().text();
        assertEquals(first, pair.get(1).await().stdout().text());
        assertEquals(-1, first.indexOf(','), first);
    }

    @Test
    void standsStillInTurnsWhenTold() throws Exception {
        var command = command("sum(range(5_000_000))", Stdin.EMPTY, Limits.own());
        var ended = launcher.start(command.withPauses(Duration.ofMillis(5))).await();
        var usage = assertInstanceOf(Ended.Finished.class, ended).usage();
        assertTrue(usage.blocked().seconds() > 0.3 * usage.cpu().seconds(), usage::toString);
    }

    @Test
    void endsADaemonThatClearedItsEnvironment() throws Exception {
        var ended =
                finish(
                        """
                        import os, sys, time
                        if os.fork() == 0:
                            os.setsid()
                            if os.fork() == 0:
                                code = "import os, time; print(f'pid={os.getpid()}', flush=True); time.sleep(60)"
                                os.execve(sys.executable, [sys.executable, "-c", code], {})
                            os._exit(0)
                        os.wait()
                        time.sleep(0.2)
                        """);
        assertInstanceOf(Ended.Finished.class, ended);
        assertNothingLeft(ended);
    }
}
