package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Comparator;
import java.util.List;

/// What a launcher reports is what the program itself can see of it; and the end of the launcher is
/// the end of its programs.
abstract class MeasuredTruth extends HostilePrograms {
    @Test
    void tellsThePeakMemoryOfTheProgramAndNotOurOwn() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ours = arena.allocate(1_000_000_000).fill((byte) 1);
            assertPeaksAreTrue();
            assertEquals(1, ours.get(ValueLayout.JAVA_BYTE, ours.byteSize() - 1));
        }
    }

    private void assertPeaksAreTrue() throws Exception {
        for (String kept : List.of("0", "60_000_000")) {
            var ended =
                    finish(
                            """
                            import os
                            kept = b"x" * %s
                            for line in open("/proc/self/status"):
                                if line.startswith("VmHWM"):
                                    os.write(1, b"%%d" %% (int(line.split()[1]) * 1024))
                            os._exit(0)
                            """
                                    .formatted(kept));
            double truth = Double.parseDouble(ended.stdout().text());
            // The kernel counts pages in batches of 32 for each core and kind.
            double blurred = Math.max(0.01 * truth, 300_000);
            assertEquals(truth, (double) ended.usage().peakMemory().count(), blurred, kept);
        }
    }

    @Test
    void tellsTheCpuTimeOfTheProgram() throws Exception {
        var ended =
                finish(
                        """
                        import time
                        while time.process_time() < 0.5:
                            pass
                        time.sleep(0.2)
                        print(time.process_time())
                        """);
        double truth = Double.parseDouble(ended.stdout().text());
        var usage = ended.usage();
        // It also starts and ends, which it cannot see.
        assertEquals(truth, usage.cpu().seconds(), 0.05, usage::toString);
        assertTrue(usage.wall().seconds() > usage.cpu().seconds() + 0.19, usage::toString);
    }

    @Test
    void losesNoProgramWhenTheLauncherIsKilled() throws Exception {
        var running =
                start(
                        "import os; print(f'pid={os.getpid()}', flush=True)\nwhile True: pass",
                        Limits.own());
        until(() -> running.printedSoFar().endsWith("\n"));
        ProcessHandle.current()
                .children()
                .filter(p -> p.info().commandLine().orElse("").contains(script()))
                .max(Comparator.comparing(p -> p.info().startInstant().orElseThrow()))
                .orElseThrow()
                .destroyForcibly();
        var ended = assertInstanceOf(Ended.Crashed.class, running.await());
        until(
                () -> {
                    try {
                        assertNothingLeft(ended);
                        return true;
                    } catch (AssertionError e) {
                        return false;
                    }
                });
        assertExit(0, finish("print('again')"));
    }

    abstract String script();
}
