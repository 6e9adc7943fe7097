package dev.pareto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.python.StopSignal;
import dev.pareto.workbench.Desk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class CliTest {
    private static final String SLOW =
            """
            import sys


            def unique(items):
                seen = []
                for item in items:
                    if item not in seen:
                        seen.append(item)
                return seen


            n = int(sys.argv[1])
            print(len(unique([i * 7919 % n for i in range(n)])))
            """;

    @TempDir Path folder;
    private Path work;

    @BeforeEach
    void setUp() throws IOException {
        folder = folder.toRealPath();
        work = Files.createDirectories(folder.resolve("work"));
    }

    private record Done(int status, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    private Done pareto(String... arguments) {
        return pareto(new StopSignal(), arguments);
    }

    private Done pareto(StopSignal stop, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status =
                new Cli(
                                () -> Desk.workbench(folder, System.getenv()),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                work,
                                false,
                                stop)
                        .run(arguments);
        return new Done(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Desk.write(work.resolve(name), text);
    }

    private static List<String> fields(JsonNode object) {
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    @Test
    void helpListsTheCommands() {
        Done done = pareto("--help");
        assertEquals(0, done.status());
        for (String command : List.of("doctor", "run", "profile", "advise", "apply", "compare")) {
            assertTrue(done.out().contains("  " + command + " "), done.out());
        }
    }

    @Test
    void runPrintsWhatTheProgramPrints() throws IOException {
        write("a.py", "import sys\nprint(sys.argv[1:])\nprint('oh', file=sys.stderr)\n");
        Done done = pareto("run", "a.py", "--", "--json", "x y");
        assertEquals(0, done.status(), done.err());
        assertEquals("['--json', 'x y']\n", done.out());
        assertTrue(done.err().contains("oh\nThe program ended after "), done.err());
    }

    @Test
    void runAsJson() throws IOException {
        write("a.py", "open('out.txt', 'w').write('1')\nprint('é')\n");
        JsonNode json = pareto("run", "a.py", "--json").json();
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
        write("a.py", "raise ValueError('no')\n");
        Done done = pareto("run", "a.py");
        assertEquals(4, done.status());
        assertTrue(done.err().contains("The program failed at a.py:1: ValueError: no"), done.err());
    }

    @Test
    void aTimeLimitIsStatus4() throws IOException {
        write("a.py", "while True: pass\n");
        Done done = pareto("run", "a.py", "--timeout", "0.5", "--json", "--quiet");
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
                "profile a.py -o a.txt",
                "apply a.py --suggestion x",
                "apply a.py --suggestion x -o out",
                "compare a.py",
                "compare a.py missing.py",
                "compare a.py two",
                "history show 7"
            })
    void wrongUsageIsStatus2AndSaysWhatToDo(String line) throws IOException {
        write("a.py", "print(1)\n");
        write("two/x.py", "if __name__ == '__main__': pass\n");
        write("two/y.py", "if __name__ == '__main__': pass\n");
        Done done = pareto(line.isEmpty() ? new String[0] : line.split(" ", -1));
        assertEquals(2, done.status(), done.err());
        assertEquals("", done.out());
        assertFalse(done.err().contains("Exception"), done.err());
        assertTrue(done.err().lines().count() >= 2, done.err());
    }

    @Test
    void aMissingInterpreterIsStatus3() throws IOException {
        write("a.py", "print(1)\n");
        Done done = pareto("run", "a.py", "--python", "no/python");
        assertEquals(3, done.status());
        assertTrue(done.err().contains("It needs CPython 3.10 to 3.14."), done.err());
    }

    @Test
    void cancelledIsStatus130WithWhatWasSeen() throws IOException {
        write("a.py", "while True: pass\n");
        StopSignal stop = new StopSignal();
        stop.request();
        Done done = pareto(stop, "run", "a.py", "--json", "--quiet");
        assertEquals(130, done.status());
        assertEquals("cancelled", done.json().at("/ending/kind").asText());
    }

    @Test
    void aFaultOfOursIsToldWithoutAStackTrace() {
        var err = new ByteArrayOutputStream();
        Cli cli =
                new Cli(
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        new PrintStream(new ByteArrayOutputStream()),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        work,
                        false,
                        new StopSignal());
        assertEquals(70, cli.run("doctor"));
        assertFalse(
                err.toString(StandardCharsets.UTF_8).contains("\tat "),
                err.toString(StandardCharsets.UTF_8));
        assertEquals(70, cli.run("doctor", "--verbose"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("\tat "),
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void profileHasTheFieldsOfTheContract() throws IOException {
        write("slow.py", SLOW);
        Done done =
                pareto(
                        "profile", "slow.py", "-o", "p.json", "--json", "--sizes", "2500", "--",
                        "{n}");
        assertEquals(0, done.status(), done.err());
        JsonNode json = done.json();
        assertEquals("pareto.profile/1", json.path("schema").asText());
        assertEquals(json, new ObjectMapper().readTree(work.resolve("p.json").toFile()));
        assertTrue(
                fields(json)
                        .containsAll(
                                List.of(
                                        "engine",
                                        "overhead",
                                        "wall_s",
                                        "cpu_s",
                                        "wait_s",
                                        "startup_s",
                                        "samples",
                                        "dropped",
                                        "functions",
                                        "lines",
                                        "stacks",
                                        "memory",
                                        "output")),
                fields(json).toString());
        assertTrue(
                fields(json.at("/functions/0"))
                        .containsAll(List.of("name", "file", "line", "self_s", "total_s")));
        assertTrue(
                fields(json.at("/lines/0"))
                        .containsAll(
                                List.of(
                                        "file",
                                        "line",
                                        "self_s",
                                        "cpu_s",
                                        "wait_s",
                                        "rss_up",
                                        "rss_down")));
        assertEquals("slow.py", json.at("/lines/0/file").asText());
        assertEquals(7, json.at("/lines/0/line").asInt());
        assertTrue(json.at("/memory/peak").asLong() > 1_000_000);
        assertEquals(0, json.at("/output/exit").asInt(-1));
    }

    @Test
    void cprofileWritesItsOwnFile() throws IOException {
        write("a.py", "def f():\n    return 1\n\nf(); f()\n");
        Done done = pareto("profile", "a.py", "--engine", "cprofile", "-o", "a.prof", "--json");
        assertEquals(0, done.status(), done.err());
        assertTrue(Files.size(work.resolve("a.prof")) > 100);
        Map<String, Integer> calls = new java.util.HashMap<>();
        done.json()
                .path("functions")
                .forEach(f -> calls.put(f.path("name").asText(), f.path("calls").asInt()));
        assertEquals(2, calls.get("f"));
    }

    @Test
    void adviceIsAppliedElsewhereAndComparesFaster() throws IOException {
        write("slow.py", SLOW);
        Done advised = pareto("advise", "slow.py", "--json", "--sizes", "3000", "--", "{n}");
        assertEquals(0, advised.status(), advised.err());
        JsonNode json = advised.json();
        assertEquals(List.of("schema", "suggestions", "refused"), fields(json));
        JsonNode suggestion = json.at("/suggestions/0");
        assertTrue(
                fields(suggestion)
                        .containsAll(
                                List.of(
                                        "id",
                                        "rule",
                                        "title",
                                        "file",
                                        "line",
                                        "evidence",
                                        "predicted",
                                        "safety",
                                        "diff")));
        assertEquals(List.of("low", "high", "limit"), fields(suggestion.path("predicted")));

        String id = suggestion.path("id").asText();
        assertEquals(2, pareto("apply", "slow.py", "--suggestion", id, "-o", "slow.py").status());
        Done applied =
                pareto(
                        "apply",
                        "slow.py",
                        "--suggestion",
                        id,
                        "-o",
                        "out/fast.py",
                        "--patch",
                        "f.diff");
        assertEquals(0, applied.status(), applied.err());
        assertEquals(SLOW, Files.readString(work.resolve("slow.py")));
        assertTrue(Files.readString(work.resolve("f.diff")).startsWith("--- a/slow.py"));

        Done compared =
                pareto(
                        "compare",
                        "slow.py",
                        "out/fast.py",
                        "--budget",
                        "3",
                        "--json",
                        "--sizes",
                        "3000,500",
                        "--",
                        "{n}");
        JsonNode trial = compared.json();
        assertEquals("faster", trial.path("verdict").asText(), compared.out());
        assertEquals(0, compared.status());
        assertTrue(
                fields(trial)
                        .containsAll(
                                List.of(
                                        "schema",
                                        "ratio",
                                        "pairs",
                                        "seconds",
                                        "mode",
                                        "measure",
                                        "confidence",
                                        "output_same",
                                        "inputs_checked",
                                        "memory")),
                fields(trial).toString());
        assertEquals(2, trial.path("inputs_checked").asInt());
        assertTrue(pareto("history", "list").out().contains("faster"));
        assertEquals(
                "faster", pareto("history", "show", "1", "--json").json().path("verdict").asText());
    }

    @Test
    void anotherOutputIsStatus1WithTheFirstDifference() throws IOException {
        write("a/main.py", "from lib import x\nprint(x)\n");
        write("a/lib.py", "x = 1\n");
        write("b/main.py", "from lib import x\nprint(x)\n");
        write("b/lib.py", "x = 2\n");
        write("a/pyproject.toml", "");
        Done done = pareto("compare", "a/main.py", "b/main.py", "--json", "--budget", "2");
        assertEquals(
                "undecided no_difference".contains(done.json().path("verdict").asText()), true);
        write("b/main.py", "print(2)\n");
        done = pareto("compare", "a/main.py", "b/main.py", "--json", "--budget", "2");
        assertEquals(1, done.status());
        assertEquals("output_changed", done.json().path("verdict").asText());
        assertEquals("1", done.json().at("/first_difference/before").asText().strip());
    }

    @Test
    void foldersAreComparedByAllTheirCode() throws IOException {
        write("a/main.py", "from lib import x\nprint(x)\n");
        write("a/lib.py", "x = 1\n");
        write("b/main.py", "from lib import x\nprint(x)\n");
        write("b/lib.py", "x = 2\n");
        write("a/lib2.py", "");
        Done done = pareto("compare", "a/main.py", "b", "--json");
        assertEquals(2, done.status(), "a script and a folder");
        Files.delete(work.resolve("a/lib2.py"));
        write("a/main.py", "from lib import x\nif __name__ == '__main__':\n    print(x)\n");
        write("b/main.py", "from lib import x\nif __name__ == '__main__':\n    print(x)\n");
        done = pareto("compare", "a", "b", "--json", "--budget", "2");
        assertEquals("output_changed", done.json().path("verdict").asText(), done.err());
    }

    @Test
    void doctorSaysWhatWorks() throws IOException {
        Done done = pareto("doctor", "--json");
        assertEquals(0, done.status(), done.err());
        JsonNode json = done.json();
        assertEquals("pareto.doctor/1", json.path("schema").asText());
        assertTrue(json.path("interpreters").size() > 0);
        assertTrue(json.path("engines").size() > 0);
        assertTrue(pareto("doctor", "--quiet").out().contains("Interpreters"));
    }
}
