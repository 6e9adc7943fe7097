package dev.pareto.cli;

import static dev.pareto.cli.CommandDesk.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.cli.CommandDesk.Done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class MeasuringCommandsIT {
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
    private CommandDesk desk;

    @BeforeEach
    void setUp() throws IOException {
        desk = CommandDesk.in(folder);
    }

    @Test
    void profileHasTheFieldsOfTheContract() throws IOException {
        desk.write("slow.py", SLOW);
        Done done =
                desk.pareto(
                        "profile", "slow.py", "-o", "p.json", "--json", "--sizes", "2500", "--",
                        "{n}");
        assertEquals(0, done.status(), done.err());
        JsonNode json = done.json();
        assertEquals("pareto.profile/1", json.path("schema").asText());
        assertEquals(json, new ObjectMapper().readTree(desk.work().resolve("p.json").toFile()));
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
        desk.write("a.py", "def f():\n    return 1\n\nf(); f()\n");
        Done done =
                desk.pareto("profile", "a.py", "--engine", "cprofile", "-o", "a.prof", "--json");
        assertEquals(0, done.status(), done.err());
        assertTrue(Files.size(desk.work().resolve("a.prof")) > 100);
        Map<String, Integer> calls = new java.util.HashMap<>();
        done.json()
                .path("functions")
                .forEach(f -> calls.put(f.path("name").asText(), f.path("calls").asInt()));
        assertEquals(2, calls.get("f"));
    }

    @Test
    void adviceIsAppliedElsewhereAndComparesFaster() throws IOException {
        desk.write("slow.py", SLOW);
        Done advised = desk.pareto("advise", "slow.py", "--json", "--sizes", "3000", "--", "{n}");
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
        assertEquals(
                2, desk.pareto("apply", "slow.py", "--suggestion", id, "-o", "slow.py").status());
        Done applied =
                desk.pareto(
                        "apply",
                        "slow.py",
                        "--suggestion",
                        id,
                        "-o",
                        "out/fast.py",
                        "--patch",
                        "f.diff");
        assertEquals(0, applied.status(), applied.err());
        assertEquals(SLOW, Files.readString(desk.work().resolve("slow.py")));
        assertTrue(Files.readString(desk.work().resolve("f.diff")).startsWith("--- a/slow.py"));

        Done compared =
                desk.pareto(
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
        assertTrue(desk.pareto("history", "list").out().contains("faster"));
        assertEquals(
                "faster",
                desk.pareto("history", "show", "1", "--json").json().path("verdict").asText());
    }

    @Test
    void anotherOutputIsStatus1WithTheFirstDifference() throws IOException {
        desk.write("a/main.py", "from lib import x\nprint(x)\n");
        desk.write("a/lib.py", "x = 1\n");
        desk.write("b/main.py", "from lib import x\nprint(x)\n");
        desk.write("b/lib.py", "x = 2\n");
        desk.write("a/pyproject.toml", "");
        Done done = desk.pareto("compare", "a/main.py", "b/main.py", "--json", "--budget", "2");
        assertEquals(
                "undecided no_difference".contains(done.json().path("verdict").asText()), true);
        desk.write("b/main.py", "print(2)\n");
        done = desk.pareto("compare", "a/main.py", "b/main.py", "--json", "--budget", "2");
        assertEquals(1, done.status());
        assertEquals("output_changed", done.json().path("verdict").asText());
        assertEquals("1", done.json().at("/first_difference/before").asText().strip());
    }

    @Test
    void foldersAreComparedByAllTheirCode() throws IOException {
        desk.write("a/main.py", "from lib import x\nprint(x)\n");
        desk.write("a/lib.py", "x = 1\n");
        desk.write("b/main.py", "from lib import x\nprint(x)\n");
        desk.write("b/lib.py", "x = 2\n");
        desk.write("a/lib2.py", "");
        Done done = desk.pareto("compare", "a/main.py", "b", "--json");
        assertEquals(2, done.status(), "a script and a folder");
        Files.delete(desk.work().resolve("a/lib2.py"));
        desk.write("a/main.py", "from lib import x\nif __name__ == '__main__':\n    print(x)\n");
        desk.write("b/main.py", "from lib import x\nif __name__ == '__main__':\n    print(x)\n");
        done = desk.pareto("compare", "a", "b", "--json", "--budget", "2");
        assertEquals("output_changed", done.json().path("verdict").asText(), done.err());
    }

    @Test
    void growsAsTheProgramDoes() throws IOException {
        desk.write("slow.py", SLOW);
        desk.write("quick.py", "import sys\nprint(len(set(range(int(sys.argv[1])))))\n");
        Done done =
                desk.pareto(
                        "scale",
                        "slow.py",
                        "quick.py",
                        "--sizes",
                        "4000,1500,2500",
                        "--json",
                        "--",
                        "{n}");
        assertEquals(0, done.status(), done.err());
        JsonNode json = done.json();
        assertEquals("pareto.growth/1", json.path("schema").asText());
        double exponent = json.at("/curves/0/exponent").asDouble();
        assertTrue(exponent > 1.4 && exponent < 2.6, done.out());
        assertEquals(1500, json.at("/curves/1/points/0/size").asInt());
        assertTrue(json.path("complete").asBoolean());
    }

    @Test
    void statementsAreTimedSideBySide() throws IOException {
        Done done =
                desk.pareto(
                        "bench", "-s", "xs = list(range(5000))", "4999 in xs", "xs[0]", "--json");
        assertEquals(0, done.status(), done.err());
        assertTrue(
                done.json().at("/statements/0/median_s").asDouble()
                        > 10 * done.json().at("/statements/1/median_s").asDouble());
        assertEquals(4, desk.pareto("bench", "1 / 0").status());
    }

    @Test
    void aLessonIsStartedAndChecked() throws IOException {
        assertTrue(desk.pareto("lesson", "list").out().contains("05-containers"));
        assertEquals(0, desk.pareto("lesson", "start", "05", "mine").status());
        assertEquals(
                2, desk.pareto("lesson", "start", "05", "mine").status(), "nothing is overwritten");
        assertTrue(Files.exists(desk.work().resolve("mine/orders.py")));
        assertFalse(Files.exists(desk.work().resolve("mine/reference")));
        Files.writeString(desk.work().resolve("mine/dedupe.py"), "print(1)\n");
        Done done = desk.pareto("lesson", "check", "05", "mine", "--json");
        assertEquals(1, done.status(), done.err());
        assertEquals("output_changed", done.json().path("outcome").asText());
    }

    @Test
    void doctorSaysWhatWorks() throws IOException {
        Done done = desk.pareto("doctor", "--json");
        assertEquals(0, done.status(), done.err());
        JsonNode json = done.json();
        assertEquals("pareto.doctor/1", json.path("schema").asText());
        assertTrue(json.path("interpreters").size() > 0);
        assertTrue(json.path("engines").size() > 0);
        assertTrue(desk.pareto("doctor", "--quiet").out().contains("Interpreters"));
    }
}
