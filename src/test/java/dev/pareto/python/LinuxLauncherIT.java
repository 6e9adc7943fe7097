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
import java.util.ArrayList;
import java.util.Collections;

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
    void pinsEachPairToACoreOfItsOwn() throws Exception {
        var command =
                command(
                        "import os; print(sorted(os.sched_getaffinity(0)))",
                        Stdin.EMPTY,
                        Limits.own());
        var running = launcher.start(Collections.nCopies(4, command), Launcher.Placement.PAIRED);
        var cores = new ArrayList<String>();
        for (Running one : running) {
            cores.add(one.await().stdout().text());
        }
        assertEquals(-1, cores.get(0).indexOf(','), cores.get(0));
        assertEquals(cores.get(0), cores.get(1));
        assertEquals(cores.get(2), cores.get(3));
        boolean several = Runtime.getRuntime().availableProcessors() > 1;
        assertEquals(several, !cores.get(0).equals(cores.get(2)));
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
