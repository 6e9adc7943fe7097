package dev.pareto.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pareto.history.Rows.PredictionRow;
import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Frame;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Stdin;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.Usage;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

class HistoryTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String SOURCE = "5f70bf18";
    private static final Input INPUT =
            new Input(
                    "workshop",
                    List.of(new Argument("12000", Argument.Role.SIZE), Argument.plain("--fast")),
                    new Stdin.Text("é\n"));

    @TempDir Path folder;

    private final Program program =
            new Program(
                    Path.of("/p"),
                    new Target.Script("a.py"),
                    new Interpreter(
                            Path.of("/usr/bin/python3"),
                            Path.of("/usr/bin/python3"),
                            "3.12.1",
                            "CPython",
                            null),
                    Path.of("/p"),
                    Map.of(),
                    Program.Trust.OWN);
    private History history;

    @BeforeEach
    void open() {
        history = History.open(folder.resolve("deep/history.db"));
        history.saveProgram(program, null, "{}", NOON);
    }

    private History reopened() {
        return History.open(folder.resolve("deep/history.db"));
    }

    @Test
    void variantsComeBackInTheirOrderWithoutTheRemovedOnes() {
        Variant baseline = Variant.baseline();
        Variant set =
                new Variant(
                        "A",
                        "set lookup",
                        "baseline",
                        Variant.Origin.ADVICE,
                        Map.of("a.py", "x = {1}\n"));
        Variant edit =
                new Variant(
                        "B", "your edit", "A", Variant.Origin.EDIT, Map.of("a.py", "x = {2}\r\n"));
        history.saveVariant(program.key(), baseline, 0);
        history.saveVariant(program.key(), set, 1);
        history.saveVariant(program.key(), edit, 2);
        history.setRemoved(program.key(), "A", true);
        assertEquals(List.of(baseline, edit), reopened().variants(program.key()));
        assertEquals(3, reopened().variantsEver(program.key()));
        history.setRemoved(program.key(), "A", false);
        assertEquals(List.of(baseline, set, edit), reopened().variants(program.key()));
    }

    @Test
    void theNewestOfEachPredictionComesBackWithWhatWasMeasured() {
        PredictionRow first = prediction(1.2, NOON);
        PredictionRow again = prediction(2.5, NOON.plusSeconds(1));
        PredictionRow changed =
                new PredictionRow(
                        first.target(),
                        "cache-calls",
                        true,
                        1.5,
                        1.8,
                        null,
                        "output_changed",
                        Map.of("cores", "2"),
                        NOON.plusSeconds(2));
        history.savePrediction(program.key(), "set-lookup:a.py:f:1", first);
        history.savePrediction(program.key(), "set-lookup:a.py:f:1", again);
        history.savePrediction(program.key(), "cache-calls:a.py:g:2", changed);
        assertEquals(List.of(changed, again), reopened().predictions());
    }

    private PredictionRow prediction(double measured, Instant at) {
        return new PredictionRow(
                program.target().label(),
                "set-lookup",
                false,
                2,
                3,
                measured,
                "faster",
                Map.of("machine", "m"),
                at);
    }

    @Test
    void theNewestTrialOfEveryCandidateComesBackWhole() {
        TrialResult faster =
                trial(
                        new Verdict.Faster(
                                new Verdict.Estimate(
                                        new Ratio(11), RatioInterval.of(10.8, 11.4), 1.3)));
        TrialResult changed =
                trial(
                        new Verdict.OutputChanged(
                                new Verdict.FirstDifference("stdout, line 1", "1", "2", "order")));
        TrialResult gate =
                trial(new Verdict.Faster(new Verdict.Estimate(new Ratio(11), null, 1.3)));
        history.saveTrial(
                program.key(), "baseline", "A", SOURCE, INPUT, gate, Map.of("core", "1"), NOON);
        history.saveTrial(
                program.key(),
                "baseline",
                "A",
                SOURCE,
                INPUT,
                faster,
                Map.of("core", "1"),
                NOON.plusSeconds(1));
        history.saveTrial(
                program.key(),
                "baseline",
                "B",
                SOURCE,
                INPUT,
                changed,
                Map.of(),
                NOON.plusSeconds(2));
        assertEquals(
                List.of(
                        new Rows.TrialRow(
                                2,
                                program.key(),
                                "baseline",
                                "A",
                                INPUT,
                                faster,
                                Map.of("core", "1"),
                                NOON.plusSeconds(1)),
                        new Rows.TrialRow(
                                3,
                                program.key(),
                                "baseline",
                                "B",
                                INPUT,
                                changed,
                                Map.of(),
                                NOON.plusSeconds(2))),
                reopened().trials(program.key(), SOURCE));
    }

    @Test
    void profilesComeBackWhole() {
        Profile profile = profile();
        history.saveProfile(program.key(), "baseline", SOURCE, INPUT, profile, NOON);
        assertEquals(
                List.of(new Rows.ProfileRow("baseline", INPUT, profile, NOON)),
                reopened().profiles(program.key(), SOURCE));
    }

    @Test
    void whatWasMeasuredOfOtherSourcesIsNotMixedIn() {
        history.saveProfile(program.key(), "baseline", SOURCE, INPUT, profile(), NOON);
        history.saveAdvice(program.key(), "baseline", SOURCE, "{}", NOON);
        assertEquals(List.of(), history.profiles(program.key(), "other"));
        assertEquals(List.of(), history.advice(program.key(), "other"));
        assertEquals(
                List.of(new Rows.AdviceRow("baseline", "{}")),
                reopened().advice(program.key(), SOURCE));
    }

    @Test
    void recentProgramsCarryTheirLastVerdict() {
        history.saveTrial(
                program.key(),
                "baseline",
                "A",
                SOURCE,
                INPUT,
                trial(new Verdict.Faster(new Verdict.Estimate(new Ratio(2), null, 1.3))),
                Map.of(),
                NOON);
        assertEquals(
                List.of(
                        new Rows.ProgramRow(
                                "/p\na.py", "/p", "a.py", null, "{}", NOON, "faster", 2.0)),
                reopened().recent(10));
    }

    @Test
    void forgettingAProgramTakesAllOfIt() {
        history.saveVariant(program.key(), Variant.baseline(), 0);
        history.forget(program.key());
        assertEquals(List.of(), history.variants(program.key()));
        assertEquals(List.of(), history.recent(10));
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidSo() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("broken.db"),
                        "this is not a database, it is a text file".repeat(50));
        HistoryException thrown = assertThrows(HistoryException.class, () -> History.open(file));
        assertEquals(
                "The history could not be read or written",
                String.valueOf(thrown.getMessage()).split(":", -1)[0]);
    }

    private static TrialResult trial(Verdict verdict) {
        Usage usage =
                new Usage(
                        new WallTime(0.5),
                        new CpuTime(0.48),
                        new CpuTime(0.01),
                        new Bytes(11_700_000),
                        0,
                        WallTime.ZERO,
                        1,
                        false);
        return new TrialResult(
                verdict,
                TrialResult.Mode.BRAID,
                TrialResult.Measure.CPU,
                List.of(new Pair(true, 0.482, 0.0437, usage, usage)),
                new WallTime(6.8),
                3,
                true,
                new TrialResult.Memory(
                        new Bytes(11_700_000), new Bytes(12_400_000), RatioInterval.of(0.94, 0.95)),
                true,
                List.of());
    }

    private static Profile profile() {
        CodeFile file = new CodeFile("a.py", CodeFile.Owner.OWN);
        Cost cost =
                new Cost(new WallTime(1), new CpuTime(0.9), new WallTime(0.1), WallTime.ZERO, 1000);
        CallNode leaf = new CallNode(new Frame("f", file, 1, 2), cost, cost, List.of());
        return new Profile(
                EngineKind.OUTSIDE,
                new WallTime(1.1),
                new CpuTime(0.95),
                new WallTime(0.1),
                new WallTime(0.02),
                1000,
                1,
                List.of(
                        new FunctionCost(
                                "f",
                                file,
                                1,
                                cost,
                                cost,
                                OptionalLong.empty(),
                                OptionalLong.of(3))),
                List.of(
                        new LineCost(
                                file,
                                2,
                                cost,
                                cost,
                                Bytes.ofMega(1),
                                Bytes.ZERO,
                                OptionalLong.of(12))),
                new CallNode(new Frame("a.py", file, 0, 0), Cost.ZERO, cost, List.of(leaf)),
                new MemoryTimeline(
                        Bytes.ofMega(12),
                        List.of(new MemoryTimeline.Point(new WallTime(0.1), Bytes.ofMega(9)))),
                true,
                List.of("a note"));
    }
}
