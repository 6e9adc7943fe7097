package dev.pareto.cli;

import static dev.pareto.cli.CommandDesk.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.cli.CommandDesk.Done;
import dev.pareto.python.StopSignal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class CliTest {
    @TempDir Path folder;
    private CommandDesk desk;

    @BeforeEach
    void setUp() throws IOException {
        desk = CommandDesk.in(folder);
    }

    @Test
    void helpListsTheCommands() {
        Done done = desk.pareto("--help");
        assertEquals(0, done.status());
        for (String command :
                List.of("doctor", "run", "profile", "advise", "apply", "improve", "compare")) {
            assertTrue(done.out().contains("  " + command + " "), done.out());
        }
    }

    @Test
    void runPrintsWhatTheProgramPrints() throws IOException {
        desk.write("a.py", "import sys\nprint(sys.argv[1:])\nprint('oh', file=sys.stderr)\n");
        Done done = desk.pareto("run", "a.py", "--", "--json", "x y");
        assertEquals(0, done.status(), done.err());
        assertEquals("['--json', 'x y']\n", done.out());
        assertTrue(done.err().contains("oh\nThe program ended after "), done.err());
    }

    @Test
    void runAsJson() throws IOException {
        desk.write("a.py", "open('out.txt', 'w').write('1')\nprint('é')\n");
        JsonNode json = desk.pareto("run", "a.py", "--json").json();
        assertEquals("pareto.run/1", json.path("schema").asText());
        assertEquals("é\n", json.at("/output/stdout").asText());
        assertEquals(0, json.at("/output/exit").asInt(-1));
        assertEquals(64, json.at("/output/stdout_sha256").asText().length());
        assertEquals(List.of("out.txt"), fields(json.at("/output/files")));
        assertTrue(json.path("wall_s").asDouble() > 0);
        assertTrue(json.at("/memory/peak").asLong() > 1_000_000);
        assertEquals("finished", json.at("/ending/kind").asText());
    }

    @Test
    void aFailedProgramIsStatus4() throws IOException {
        desk.write("a.py", "raise ValueError('no')\n");
        Done done = desk.pareto("run", "a.py");
        assertEquals(4, done.status());
        assertTrue(done.err().contains("The program failed at a.py:1: ValueError: no"), done.err());
    }

    @Test
    void aTimeLimitIsStatus4() throws IOException {
        desk.write("a.py", "while True: pass\n");
        Done done = desk.pareto("run", "a.py", "--timeout", "0.5", "--json", "--quiet");
        assertEquals(4, done.status());
        assertEquals("time_limit", done.json().at("/ending/kind").asText());
        assertEquals("", done.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bogus",
                "run",
                "run missing.py",
                "run a.py -m a",
                "run a.py --sizes many",
                "run a.py --root nowhere",
                "run a.py --stdin nowhere",
                "run a.py -- {n}",
                "run a.py -- --size={n}",
                "run two",
                "profile a.py --engine best",
                "profile a.py -o a.xml",
                "apply a.py --suggestion x",
                "apply a.py --suggestion x -o out",
                "compare a.py",
                "compare a.py missing.py",
                "compare a.py two",
                "env add nonsense",
                "history show 7"
            })
    void wrongUsageIsStatus2AndSaysWhatToDo(String line) throws IOException {
        desk.write("a.py", "print(1)\n");
        desk.write("two/x.py", "if __name__ == '__main__': pass\n");
        desk.write("two/y.py", "if __name__ == '__main__': pass\n");
        Done done = desk.pareto(line.isEmpty() ? new String[0] : line.split(" ", -1));
        assertEquals(2, done.status(), done.err());
        assertEquals("", done.out());
        assertFalse(done.err().contains("Exception"), done.err());
        assertTrue(done.err().lines().count() >= 2, done.err());
    }

    @Test
    void aMissingInterpreterIsStatus3() throws IOException {
        desk.write("a.py", "print(1)\n");
        Done done = desk.pareto("run", "a.py", "--python", "no/python");
        assertEquals(3, done.status());
        assertTrue(done.err().contains("It needs CPython 3.10 to 3.14."), done.err());
    }

    @Test
    void cancelledIsStatus130WithWhatWasSeen() throws IOException {
        desk.write("a.py", "while True: pass\n");
        StopSignal stop = new StopSignal();
        stop.request();
        Done done = desk.pareto(stop, "run", "a.py", "--json", "--quiet");
        assertEquals(130, done.status());
        assertEquals("cancelled", done.json().at("/ending/kind").asText());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfOursIsToldWithoutAStackTrace(Throwable fault) {
        var err = new ByteArrayOutputStream();
        Cli cli =
                new Cli(
                        () -> {
                            if (fault instanceof Error error) {
                                throw error;
                            }
                            throw (RuntimeException) fault;
                        },
                        new PrintStream(new ByteArrayOutputStream()),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        desk.work(),
                        false,
                        new StopSignal());
        assertEquals(70, cli.run("doctor"));
        String told = err.toString(StandardCharsets.UTF_8);
        assertFalse(told.contains("\tat "), told);
        assertTrue(told.startsWith("pareto: ") && told.lines().count() == 3, told);
        assertEquals(70, cli.run("doctor", "--verbose"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("\tat "),
                err.toString(StandardCharsets.UTF_8));
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new IllegalStateException("broken"),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new NoClassDefFoundError("dev/pareto/Gone"),
                new AssertionError("no"));
    }
}
