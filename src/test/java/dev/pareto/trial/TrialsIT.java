package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.python.Limits;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialResult.Measure;
import dev.pareto.trial.TrialResult.Mode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Trials of real programs: what is claimed of their times.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialsIT {
    private RealTrials trials;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        trials = new RealTrials(folder);
    }

    @AfterAll
    void close() {
        trials.close();
    }

    @Test
    void claimsAFasterProgram() throws Exception {
        var nextLooks = new ArrayList<Integer>();
        var result =
                trials.trials()
                        .hold(
                                trials.request(
                                        "print(sum(i * i for i in range(900_000)))",
                                        "print(sum(i * i for i in range(0)) + 242999595000150000)",
                                        RealTrials.RULES),
                                new StopSignal(),
                                (phase, soFar, next) -> nextLooks.add(next));
        var faster = assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
        assertTrue(faster.estimate().ratio().value() > 1.5, result::toString);
        assertEquals(11, result.pairs().size());
        assertEquals(Mode.BRAID, result.mode());
        assertEquals(Measure.CPU, result.measure());
        assertEquals(1, result.inputsChecked());
        assertTrue(result.complete() && result.outputSame());
        assertEquals(List.of(0, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 14), nextLooks);
    }

    @Test
    void claimsNothingOfAProgramAgainstItself() throws Exception {
        String text = "print(sum(i * i for i in range(200_000)))";
        Program program = trials.program(text);
        var result =
                trials.hold(
                        new TrialRequest(
                                program,
                                Variant.baseline(),
                                Variant.baseline(),
                                Input.of(),
                                List.of(),
                                Limits.own(),
                                TrialRules.DEFAULT.within(new WallTime(4))));
        assertTrue(
                result.verdict() instanceof Verdict.NoDifference
                        || result.verdict() instanceof Verdict.Undecided,
                result::toString);
        assertTrue(!result.pairs().isEmpty(), result::toString);
    }

    @Test
    void takesTurnsWhereNothingCanBePinned() throws Exception {
        var result =
                trials.holdPortably(
                        trials.request(
                                "sum(range(6_000_000))", "sum(range(600))", RealTrials.RULES));
        assertEquals(Mode.SEQUENTIAL, result.mode());
        assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
    }

    @Test
    void takesTurnsWhereAProgramWaits() throws Exception {
        var result =
                trials.hold(
                        trials.request(
                                "import time\ntime.sleep(0.06)",
                                "import time\ntime.sleep(0.03)",
                                RealTrials.RULES));
        assertEquals(Mode.SEQUENTIAL, result.mode());
        assertEquals(Measure.WALL, result.measure());
        assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
        assertEquals(
                List.of("The program waits for more than 5 % of its time. So the two took turns."),
                result.notes());
    }

    @Test
    void keepsThePairsWhenStoppedAndGoesOn() throws Exception {
        var stop = new StopSignal();
        var request =
                trials.request("sum(range(300_000))", "sum(range(300_000))", RealTrials.RULES);
        var stopped =
                trials.trials()
                        .hold(
                                request,
                                stop,
                                (phase, soFar, next) -> {
                                    if (soFar.pairs().size() == 4) {
                                        stop.request();
                                    }
                                });
        assertEquals(4, stopped.pairs().size());
        assertEquals(false, stopped.complete());
        assertEquals(
                "Stopped after 4 pairs.",
                assertInstanceOf(Verdict.Undecided.class, stopped.verdict()).reason());
        var whole =
                trials.trials().goOn(brief(request), stopped, new StopSignal(), TrialProgress.NONE);
        assertEquals(stopped.pairs(), whole.pairs().subList(0, 4));
        assertTrue(whole.complete() && whole.pairs().size() > 4, whole::toString);
    }

    @Test
    void stopKillsWhatRuns() throws Exception {
        var stop = new StopSignal();
        long begin = System.nanoTime();
        var result =
                trials.trials()
                        .hold(
                                trials.request(
                                        "import time\ntime.sleep(60)", "pass", RealTrials.RULES),
                                stop,
                                (phase, soFar, next) ->
                                        Thread.ofVirtual().start(() -> request(stop)));
        assertEquals(false, result.complete());
        assertTrue(System.nanoTime() - begin < 5e9);
    }

    @Test
    void repeatsRunsThatAreTooShort() throws Exception {
        String text =
                """
                def work(n):
                    return sum(i * i for i in range(n))
                work(%d)
                print("done")
                """;
        var result = trials.hold(text.formatted(40_000), text.formatted(10_000));
        var faster = assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
        double ratio = faster.estimate().ratio().value();
        assertTrue(ratio > 1.5 && ratio < 4.5, result::toString);
        assertTrue(result.notes().getFirst().contains("repeated"), result::toString);
    }

    @Test
    void repeatsNothingThatLeavesFiles() throws Exception {
        // What the first repetition leaves would spare the others their work.
        String text =
                """
                import os
                if not os.path.exists('cache'):
                    sum(range(%d))
                    open('cache', 'w').close()
                """;
        var result =
                trials.hold(
                        trials.request(
                                text.formatted(300_000),
                                text.formatted(300_001),
                                RealTrials.BRIEF));
        assertTrue(
                result.notes().stream().noneMatch(note -> note.contains("repeated")),
                result::toString);
    }

    private static void request(StopSignal stop) {
        try {
            Thread.sleep(300);
            stop.request();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TrialRequest brief(TrialRequest request) {
        return new TrialRequest(
                request.program(),
                request.reference(),
                request.candidate(),
                request.input(),
                request.alsoChecked(),
                request.limits(),
                RealTrials.BRIEF);
    }
}
