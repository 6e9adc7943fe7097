package dev.pareto.cli;

import static dev.pareto.cli.CommandDesk.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.cli.CommandDesk.Done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ImproveCommandIT {
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
        desk.write("slow.py", SLOW);
    }

    private Done improve(String options) {
        return desk.pareto(
                ("improve slow.py --sizes 3000 --json --quiet " + options + " -- {n}").split(" "));
    }

    @Test
    void writesAConfirmedGainElsewhere() throws IOException {
        Done done = improve("-o out/fast.py --top 1 --budget 40");
        assertEquals(0, done.status(), done.err() + done.out());
        JsonNode json = done.json();
        assertEquals("pareto.improvement/1", json.path("schema").asText());
        assertTrue(fields(json).containsAll(List.of("steps", "final", "out")));
        JsonNode step = json.at("/steps/0");
        assertEquals(List.of("suggestion", "trial", "kept", "reason", "undone"), fields(step));
        assertEquals(
                json.at("/final/ratio"),
                step.at("/undone/trial/ratio"),
                "without the only step there is the original");
        assertEquals("set-lookup", step.at("/suggestion/rule").asText());
        assertTrue(step.path("kept").asBoolean());
        assertEquals("faster", json.at("/final/verdict").asText());
        assertTrue(json.at("/final/output_same").asBoolean());
        assertEquals(3, json.at("/final/inputs_checked").asInt(), "smaller sizes too");
        Path out = desk.work().resolve("out/fast.py");
        assertEquals(out.toString(), json.path("out").asText());
        assertTrue(Files.readString(out).contains("set("), Files.readString(out));
        assertEquals(SLOW, Files.readString(desk.work().resolve("slow.py")));
    }

    @Test
    void aMissedTargetIsStatus1WithTheGainWrittenAllTheSame() throws IOException {
        Done done = improve("-o out --target 100000 --top 1 --budget 40");
        assertEquals(1, done.status(), done.err() + done.out());
        assertFalse(done.json().path("target_reached").asBoolean());
        assertTrue(Files.exists(desk.work().resolve("out/slow.py")));
    }

    @Test
    void aLowerPeakIsAGainToo() throws IOException {
        desk.write(
                "slow.py",
                """
                import sys


                def squares(n):
                    return sum([i * i for i in range(n)])


                print(squares(int(sys.argv[1]) * 300))
                """);
        Done done = improve("-o out --top 1 --budget 40");
        assertEquals(0, done.status(), done.err() + done.out());
        JsonNode step = done.json().at("/steps/0");
        JsonNode memory = step.at("/suggestion/memory");
        assertEquals(List.of("peak", "low", "high"), fields(memory));
        assertTrue(memory.path("high").asLong() < memory.path("peak").asLong());
        assertTrue(step.path("reason").asText().startsWith("peak memory "), step.toString());
        assertTrue(done.json().at("/final/memory/ratio").asDouble() > 1.5);
    }

    @Test
    void nothingToImproveIsStatus1AndWritesNothing() throws IOException {
        desk.write("slow.py", "print(1)\n");
        Done done = improve("-o out");
        assertEquals(1, done.status(), done.err() + done.out());
        assertEquals(0, done.json().path("steps").size());
        assertTrue(done.json().path("final").isNull() && done.json().path("out").isNull());
        assertFalse(Files.exists(desk.work().resolve("out")));
    }

    @Test
    void aFailedProgramIsStatus4() throws IOException {
        desk.write("slow.py", "raise ValueError('no')\n");
        Done done = improve("-o out");
        assertEquals(4, done.status(), done.err());
        assertTrue(done.err().contains("ValueError: no"), done.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-o slow.py",
                "-o .",
                "-o out --top 0",
                "-o out --top 1 --all",
                "-o out --budget 0",
                "-o out --target 1"
            })
    void wrongUsageIsStatus2BeforeAnythingRuns(String options) {
        assertEquals(2, improve(options).status());
    }
}
