package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.pareto.program.Output.Exit;
import dev.pareto.program.Stdin;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// What tests of both launchers share: one launcher, and short ways to run a program with it.
@TestInstance(Lifecycle.PER_CLASS)
abstract class LauncherContract {
    /// Java cannot name all files where the system's language is plain ASCII.
    private static final String NAME =
            Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('ö')
                    ? "prögram file.py"
                    : "program file.py";

    private static final Pattern PID = Pattern.compile("pid=(\\d+)");

    @TempDir Path folder;
    Path python = Path.of("");
    Launcher launcher = new NoLauncher();
    private PythonSources sources;

    abstract Launcher open(Path python, PythonSources sources);

    @BeforeAll
    void open() throws Exception {
        assumeFalse(InstalledPythons.all().isEmpty());
        python = InstalledPythons.all().values().stream().reduce((a, b) -> b).orElseThrow();
        sources = PythonSources.extract();
        launcher = open(python, sources);
    }

    @AfterAll
    void close() {
        launcher.close();
        if (sources != null) {
            sources.close();
        }
    }

    Command command(String program, Stdin stdin, Limits limits) throws Exception {
        Path file = Files.writeString(folder.resolve(NAME), program);
        return new Command(
                List.of(python.toString(), file.toString()),
                Map.of("PYTHONDONTWRITEBYTECODE", "1"),
                folder,
                stdin,
                folder,
                limits);
    }

    Running start(String program, Limits limits) throws Exception {
        return launcher.start(command(program, Stdin.EMPTY, limits));
    }

    Ended run(String program, Limits limits) throws Exception {
        return start(program, limits).await();
    }

    /// Runs without limits that matter to an end of its own.
    Ended.Finished finish(String program) throws Exception {
        var ended = run(program, Limits.own().within(Duration.ofSeconds(60)));
        return ended instanceof Ended.Finished finished
                ? finished
                : fail(ended.getClass() + " " + ended.stderr().text());
    }

    /// Nothing lives of the processes that printed `pid=…`.
    static void assertNothingLeft(Ended ended) {
        var pids = PID.matcher(ended.stdout().text());
        int count = 0;
        while (pids.find()) {
            count++;
            long pid = Long.parseLong(pids.group(1));
            assertTrue(!isAlive(pid), () -> "still running: " + pid);
        }
        assertTrue(count > 0, "the program printed no process id");
    }

    /// A zombie that waits for its parent has ended.
    private static boolean isAlive(long pid) {
        try {
            String text = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return !text.substring(text.lastIndexOf(')') + 2).startsWith("Z");
        } catch (java.io.IOException e) {
            return false;
        }
    }

    static void assertExit(int status, Ended.Finished ended) {
        assertEquals(new Exit.Status(status), ended.exit(), () -> ended.stderr().text());
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited 10 s in vain");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Ended.Finished fail(String message) {
        throw new AssertionError(message);
    }

    /// Until there is one.
    private static final class NoLauncher implements Launcher {
        @Override
        public List<Running> start(List<Command> together, Placement placement) {
            throw new IllegalStateException("not open");
        }

        @Override
        public Abilities abilities() {
            return new Abilities(false, false, false, false);
        }

        @Override
        public void close() {}
    }
}
