package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Output.Exit;
import dev.pareto.program.Stdin;
import dev.pareto.quantity.Bytes;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Programs that misbehave. Each ends in a truthful result, in bounded time and memory, with
/// nothing left running.
abstract class HostilePrograms extends LauncherContract {
    private static final String MANY_PROCESSES =
            """
            import os, sys, time
            def say():
                os.write(1, b"pid=%d\\n" % os.getpid())
            say()
            """;

    @Test
    void endsAsTheProgramEnds() throws Exception {
        assertExit(3, finish("import os; os._exit(3)"));
        assertExit(3, finish("import sys; sys.exit(3)"));
        assertExit(1, finish("import sys; sys.exit('bye')"));
        assertEquals(
                new Exit.Signal(9),
                finish("import os; print('so far', flush=True); os.kill(os.getpid(), 9)").exit());
        assertEquals(new Exit.Signal(11), finish("import ctypes; ctypes.string_at(0)").exit());
        assertExit(0, finish(""));
    }

    @Test
    void keepsWhatPythonSaysOfErrors() throws Exception {
        for (var program :
                Map.of(
                                "raise ValueError('boom')", "ValueError: boom",
                                "def f(:", "SyntaxError",
                                "input()", "EOFError",
                                "x = [0] * 10**15", "MemoryError",
                                "def f(n): return f(n + 1)\nf(0)", "RecursionError")
                        .entrySet()) {
            var ended = finish(program.getKey());
            assertExit(1, ended);
            assertTrue(ended.stderr().text().contains(program.getValue()), ended.stderr()::text);
        }
    }

    @Test
    void stopsALoopThatIgnoresSignals() throws Exception {
        var running =
                start(
                        """
                        import os, signal
                        for number in signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1:
                            signal.signal(number, signal.SIG_IGN)
                        print(f"pid={os.getpid()}", flush=True)
                        while True:
                            pass
                        """,
                        Limits.own());
        until(() -> running.printedSoFar().endsWith("\n"));
        long begin = System.nanoTime();
        running.stop();
        var ended = assertInstanceOf(Ended.Cancelled.class, running.await());
        assertTrue(System.nanoTime() - begin < 1_000_000_000L, "it took more than a second");
        assertNothingLeft(ended);
        running.stop();
    }

    @Test
    void countsAndHashesMoreOutputThanItKeeps() throws Exception {
        var ended =
                finish(
                        """
                        import sys
                        for i in range(100):
                            sys.stdout.write("x" * 1_000_000)
                        """);
        assertExit(0, ended);
        var stdout = ended.stdout();
        assertEquals(new Bytes(100_000_000), stdout.size());
        assertEquals(10_000_000, stdout.head().length);
        assertTrue(stdout.isTruncated());
        var digest = CapturedStream.sha256();
        byte[] part = "x".repeat(1_000_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i < 100; i++) {
            digest.update(part);
        }
        assertEquals(HexFormat.of().formatHex(digest.digest()), stdout.sha256());
    }

    @Test
    void keepsBinaryOutputAsItIs() throws Exception {
        var ended =
                finish(
                        """
                        import os
                        os.write(1, bytes(range(256)))
                        os.write(2, b"\\xff\\x00")
                        """);
        assertEquals(256, ended.stdout().head().length);
        for (int i = 0; i < 256; i++) {
            assertEquals((byte) i, ended.stdout().head()[i]);
        }
        assertEquals("ff00", HexFormat.of().formatHex(ended.stderr().head()));
    }

    @Test
    void waitsForAProgramThatClosedEverything() throws Exception {
        var ended =
                finish(
                        """
                        import os, time
                        print("before", flush=True)
                        os.closerange(0, 4096)
                        end = time.process_time() + 0.2
                        while time.process_time() < end:
                            pass
                        os._exit(7)
                        """);
        assertExit(7, ended);
        assertEquals("before\n", ended.stdout().text());
        assertTrue(ended.usage().cpu().seconds() > 0.2, () -> ended.usage().toString());
    }

    @Test
    void stopsAForkBombAtItsLimit() throws Exception {
        var limits = new Limits(Duration.ofSeconds(30), null, Bytes.ofMega(9), 60, Bytes.ofMega(1));
        var ended =
                run(
                        MANY_PROCESSES
                                + """
                                for i in range(600):
                                    if os.fork() == 0:
                                        say()
                                        time.sleep(60)
                                time.sleep(60)
                                """,
                        limits);
        var reached = assertInstanceOf(Ended.LimitReached.class, ended);
        assertEquals(Ended.Limit.DESCENDANTS, reached.limit());
        assertNothingLeft(reached);
    }

    @Test
    void endsADaemon() throws Exception {
        var ended =
                finish(
                        MANY_PROCESSES
                                + """
                                if os.fork() == 0:
                                    os.setsid()
                                    if os.fork() == 0:
                                        say()
                                        time.sleep(60)
                                    os._exit(0)
                                os.wait()
                                """);
        assertExit(0, ended);
        assertNothingLeft(ended);
    }

    @Test
    void endsThreadsThatNeverEnd() throws Exception {
        var ended =
                run(
                        """
                        import os, threading
                        print(f"pid={os.getpid()}", flush=True)
                        def forever():
                            while True:
                                pass
                        for i in range(4):
                            threading.Thread(target=forever).start()
                        """,
                        Limits.own().within(Duration.ofSeconds(1)));
        assertEquals(Ended.Limit.TIME, assertInstanceOf(Ended.LimitReached.class, ended).limit());
        assertNothingLeft(ended);
    }

    @Test
    void stopsAProgramThatTakesTooMuchMemory() throws Exception {
        var ended =
                run(
                        """
                        import os
                        print(f"pid={os.getpid()}", flush=True)
                        kept = []
                        while len(kept) < 10_000:
                            kept.append(b"x" * 1_000_000)
                        """,
                        Limits.own().withMemory(Bytes.ofMega(200)));
        assertEquals(Ended.Limit.MEMORY, assertInstanceOf(Ended.LimitReached.class, ended).limit());
        assertNothingLeft(ended);
        long peak = ended.usage().peakMemory().count();
        assertTrue(peak > 200_000_000 && peak < 2_000_000_000, () -> "peak " + peak);
    }

    @Test
    void stopsAProgramThatFillsItsScratchFolder() throws Exception {
        var limits = new Limits(null, null, Bytes.ofMega(10), 512, Bytes.ofMega(1));
        var ended =
                run(
                        """
                        import os, time
                        print(f"pid={os.getpid()}", flush=True)
                        with open("big", "wb") as file:
                            file.write(b"x" * 50_000_000)
                        time.sleep(60)
                        """,
                        limits);
        assertEquals(
                Ended.Limit.SCRATCH, assertInstanceOf(Ended.LimitReached.class, ended).limit());
        assertNothingLeft(ended);
    }

    @Test
    void survivesAProgramThatTurnsOnItsOwnWorld() throws Exception {
        var ended =
                finish(
                        """
                        import os, shutil, sys, time
                        shutil.rmtree(os.getcwd())
                        os.chdir("/")
                        sys.stdout.write("no newline")
                        sys.stdout.flush()
                        time.time = time.monotonic = lambda: 0
                        sys.settrace = None
                        os.write = None
                        os.environ.clear()
                        """);
        assertExit(0, ended);
        assertEquals("no newline", ended.stdout().text());
        Files.createDirectories(folder);
    }

    @Test
    void runsPoolsOfEveryKind() throws Exception {
        var ended =
                finish(
                        """
                        import multiprocessing as mp
                        def square(n):
                            return n * n
                        if __name__ == "__main__":
                            for kind in "fork", "spawn", "forkserver":
                                with mp.get_context(kind).Pool(2) as pool:
                                    print(kind, pool.map(square, [2, 3]))
                        """);
        assertExit(0, ended);
        assertEquals("fork [4, 9]\nspawn [4, 9]\nforkserver [4, 9]\n", ended.stdout().text());
        assertTrue(ended.usage().children());
    }

    @Test
    void readsItsStandardInput() throws Exception {
        String program = "import sys; print(len(sys.stdin.read()), input.__name__)";
        Path file = Files.writeString(folder.resolve("in.txt"), "12345");
        for (Stdin stdin : List.of(new Stdin.Text("1234é"), new Stdin.FromFile(file))) {
            var command = command(program, stdin, Limits.own());
            assertEquals("5 input\n", launcher.start(command).await().stdout().text());
        }
        var missing = command(program, new Stdin.FromFile(folder.resolve("no.txt")), Limits.own());
        var refused = assertThrows(LauncherException.class, () -> launcher.start(missing));
        assertTrue(
                refused.toString().contains("file for standard input could not be read"),
                refused::getMessage);
    }

    @Test
    void saysThatTheInterpreterIsMissing() {
        var command =
                new Command(
                        List.of(folder.resolve("python3").toString(), "x.py"),
                        Map.of(),
                        folder,
                        Stdin.EMPTY,
                        folder,
                        Limits.own());
        var refused = assertThrows(LauncherException.class, () -> launcher.start(command));
        assertTrue(
                refused.toString().contains("The interpreter could not be started"),
                refused::getMessage);
    }

    @Test
    void givesTheProgramItsEnvironmentAndNoOther() throws Exception {
        var ended = finish("import os; print(sorted(os.environ), os.getpid() == os.getsid(0))");
        String shown =
                ended.stdout().text().replace("'PARETO_RUN', ", "").replace("'LC_CTYPE', ", "");
        assertEquals("['PYTHONDONTWRITEBYTECODE'] True\n", shown);
    }
}
