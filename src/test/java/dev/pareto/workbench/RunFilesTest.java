package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pareto.program.Input;
import dev.pareto.python.Usage;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class RunFilesTest {
    @TempDir Path folder;

    private static TrialReport trial(List<Pair> pairs) {
        return new TrialReport(
                "baseline",
                "guest:=b,c",
                Input.of(),
                new TrialResult(
                        new Verdict.Undecided(new Verdict.Estimate(new Ratio(1), null, 1), "few"),
                        TrialResult.Mode.BRAID,
                        TrialResult.Measure.CPU,
                        pairs,
                        new WallTime(1),
                        1,
                        true,
                        new TrialResult.Memory(Bytes.ZERO, Bytes.ZERO, null),
                        true,
                        List.of()),
                Instant.parse("2026-01-02T03:04:05Z"),
                Map.of());
    }

    private static final List<Pair> PAIRS =
            List.of(
                    new Pair(false, 0.25, 0.125, Usage.NONE, Usage.NONE),
                    new Pair(true, 0.5, 0.125, Usage.NONE, Usage.NONE));

    @Test
    void writesASuiteOfTwoBenchmarksForPyperf() throws Exception {
        Path file = folder.resolve("runs.json");
        Workbench.exportRuns(trial(PAIRS), file);
        var suite = new JsonMapper().readTree(file.toFile());
        assertEquals("1.0", suite.path("version").asText());
        assertEquals("baseline", suite.at("/benchmarks/0/metadata/name").asText());
        assertEquals("=b,c", suite.at("/benchmarks/1/metadata/name").asText());
        assertEquals(
                "[{\"values\":[0.25]},{\"values\":[0.5]}]",
                suite.at("/benchmarks/0/runs").toString());
    }

    @Test
    void writesEveryRunAsARow() throws Exception {
        Path file = folder.resolve("runs.csv");
        Workbench.exportRuns(trial(PAIRS), file);
        List<String> lines = Files.readAllLines(file);
        assertEquals(5, lines.size());
        assertEquals(
                "1,baseline,true,0.250000000,cpu,braid,0.000000000,0.000000000,0.000000000,"
                        + "0.000000000,0",
                lines.get(1));
        assertEquals("2,\"'=b,c\",true,0.1250", lines.get(4).substring(0, 21));
    }

    @Test
    void saysWhatItCannotWrite() {
        assertThrows(
                ProblemException.class,
                () -> Workbench.exportRuns(trial(PAIRS), folder.resolve("runs.xls")));
        assertThrows(
                ProblemException.class,
                () -> Workbench.exportRuns(trial(List.of()), folder.resolve("runs.json")));
        assertThrows(
                ProblemException.class,
                () -> Workbench.exportRuns(trial(PAIRS), folder.resolve("none/runs.csv")));
    }
}
