package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Stdin;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launchers;
import dev.pareto.python.Limits;
import dev.pareto.python.PythonSources;
import dev.pareto.python.ScratchWorkspaces;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialResult.Measure;
import dev.pareto.trial.TrialResult.Mode;
import dev.pareto.trial.Verdict.FirstDifference;
import dev.pareto.trial.output.Sameness;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Trials of real programs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialsTest {
    /// Ends as soon as there is a verdict, on a busy machine too.
    private static final TrialRules RULES = TrialRules.DEFAULT.within(new WallTime(60));

    /// Takes a few pairs, where what they say does not matter.
    private static final TrialRules BRIEF = TrialRules.DEFAULT.within(new WallTime(0.5));

    @TempDir Path folder;
    private Path python;
    private PythonSources sources;
    private Launcher launcher;
    private int programs;

    @BeforeAll
    void start() throws Exception {
        python = InstalledPythons.all().lastEntry().getValue();
        sources = PythonSources.extract();
        launcher = Launchers.forThisMachine(python, sources);
    }

    @AfterAll
    void close() {
        launcher.close();
        sources.close();
    }

    private Program program(String text) throws Exception {
        Path root = Files.createDirectories(folder.resolve("program" + programs++));
        Files.writeString(root.resolve("main.py"), text);
        var interpreter = new Interpreter(python, python, "3.13.0", "CPython", null);
        return new Program(
                root, new Target.Script("main.py"), interpreter, root, Map.of(), Program.Trust.OWN);
    }

    private TrialRequest request(String baseline, String candidate, TrialRules rules)
            throws Exception {
        return new TrialRequest(
                program(baseline),
                Variant.baseline(),
                new Variant(
                        "A",
                        "other",
                        "baseline",
                        Variant.Origin.EDIT,
                        Map.of("main.py", candidate)),
                Input.of(),
                List.of(),
                Limits.own(),
                rules);
    }

    private Path zygote() {
        return sources.file("zygote.py");
    }

    private TrialResult hold(TrialRequest request) throws Exception {
        return hold(request, new StopSignal(), TrialProgress.NONE);
    }

    private TrialResult hold(TrialRequest request, StopSignal stop, TrialProgress progress)
            throws Exception {
        return new Trials(launcher, new ScratchWorkspaces(), zygote(), new Random(7))
                .hold(request, stop, progress);
    }

    private TrialResult hold(String baseline, String candidate) throws Exception {
        return hold(request(baseline, candidate, RULES));
    }

    private static FirstDifference difference(TrialResult result) {
        return assertInstanceOf(Verdict.OutputChanged.class, result.verdict()).difference();
    }

    private static String failure(TrialResult result) {
        return assertInstanceOf(Verdict.Failed.class, result.verdict()).reason();
    }

    @Test
    void claimsAFasterProgram() throws Exception {
        var nextLooks = new ArrayList<Integer>();
        var result =
                hold(
                        request(
                                "print(sum(i * i for i in range(900_000)))",
                                "print(sum(i * i for i in range(0)) + 242999595000150000)",
                                RULES),
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
        Program program = program(text);
        var result =
                hold(
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
    void seesOneChangedDigitWhateverTheSpeed() throws Exception {
        var result =
                hold(
                        "for i in range(500_000): pass\nprint('a')\nprint('total: 1234')",
                        "print('a')\nprint('total: 1235')");
        assertEquals(
                new FirstDifference("stdout, line 2", "total: 1234", "total: 1235", ""),
                difference(result));
        assertEquals(false, result.outputSame());
        assertEquals(List.of(), result.pairs());
        assertEquals(1, result.inputsChecked());
    }

    @Test
    void seesAnotherFile() throws Exception {
        assertEquals(
                new FirstDifference("file out.txt, line 2", "2", "3", ""),
                difference(
                        hold(
                                "open('out.txt', 'w').write('1\\n2\\n')",
                                "open('out.txt', 'w').write('1\\n3\\n')")));
        assertEquals(
                new FirstDifference("file out.txt", "left", "not there", ""),
                difference(hold("open('out.txt', 'w').write('1')", "pass")));
    }

    @Test
    void seesAnotherEnd() throws Exception {
        assertEquals(
                new FirstDifference("exit status", "0", "3", ""),
                difference(hold("print(1)", "print(1)\nraise SystemExit(3)")));
        assertEquals(
                new FirstDifference("exception", "none", "ValueError: no", "exception"),
                difference(hold("print(1)", "print(1)\nraise ValueError('no')")));
        assertEquals(
                new FirstDifference("stderr", "empty", "warning", ""),
                difference(hold("print(1)", "import sys\nprint('warning', file=sys.stderr)")));
    }

    @Test
    void timesProgramsThatBothEndWithTheSameStatus() throws Exception {
        var result =
                hold(
                        "sum(range(2_000_000))\nraise SystemExit(3)",
                        "sum(range(10))\nraise SystemExit(3)");
        assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
    }

    @Test
    void timesNoProgramThatFailsBeforeAndAfter() throws Exception {
        assertEquals(
                "The baseline itself fails with FileNotFoundError: [Errno 2] No such file or"
                        + " directory: 'data.csv', and so does the candidate. Nothing was measured.",
                failure(hold("open('data.csv')", "pass\nopen('data.csv')")));
    }

    @Test
    void saysHowAVariantCrashed() throws Exception {
        assertEquals(
                "Variant “other” was ended by a segmentation fault (signal 11). The baseline ended"
                        + " by itself.",
                failure(hold("print(1)", "import os\nos.kill(os.getpid(), 11)")));
        var request = request("print(1)", "while True: pass", RULES);
        assertEquals(
                "Variant “other” was stopped at its time limit of 0.5 s. The baseline ended by"
                        + " itself.",
                failure(
                        hold(
                                new TrialRequest(
                                        request.program(),
                                        request.reference(),
                                        request.candidate(),
                                        request.input(),
                                        List.of(),
                                        Limits.own().within(Duration.ofMillis(500)),
                                        RULES))));
    }

    @Test
    void orderOfSetsIsTheSameInBothMembersOfAPair() throws Exception {
        var result =
                hold(
                        "print({str(i) for i in range(50)})\nsum(range(1_000_000))",
                        "print({str(i) for i in range(50)})");
        assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
    }

    @Test
    void masksWhatAProgramPrintsOfItsOwnRun() throws Exception {
        String text =
                """
                import os, tempfile, time, datetime
                begin = time.perf_counter()
                sum(range(%d))
                made = tempfile.mkdtemp()
                os.rmdir(made)
                print('took %%.1f s' %% (time.perf_counter() - begin))
                print('pid', os.getpid(), 'at', datetime.datetime.now(), object())
                print(made, id(made), time.time())
                print(time.perf_counter() - begin, 'seconds')
                print('answer 42')
                """;
        var result = hold(text.formatted(3_000_000), text.formatted(1_000_000));
        assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
        assertTrue(
                result.notes().contains("Not compared: stdout, line 1: took ‹duration› ‹unit›"),
                result::toString);
    }

    @Test
    void comparesNoRandomOutput() throws Exception {
        String text = "import random\nprint('score', random.random())";
        assertTrue(
                failure(hold(text, text + " "))
                        .startsWith(
                                "The output of the baseline is random and cannot be compared: stdout, line 1"
                                        + " changes from run to run"));
        String order = "import random\nfor i in random.sample(range(20), 20): print(i)";
        assertTrue(failure(hold(order, order + " ")).contains("lines in another order"));
        assertTrue(
                hold(request(order, order + " ", BRIEF.with(Sameness.UNORDERED_LINES)))
                        .outputSame());
    }

    @Test
    void comparesWithinToleranceOrInAnyOrderWhenTold() throws Exception {
        var numbers = new Sameness.Numbers(1e-9);
        assertEquals(
                new FirstDifference("stdout, line 1", "0.30000000000000004", "0.3", "rounding"),
                difference(hold("print(0.1 + 0.2)", "print(0.3)")));
        assertTrue(
                hold(request("print(0.1 + 0.2)", "print(0.3)", BRIEF.with(numbers))).outputSame());
        assertTrue(
                hold(request(
                                "print(1)\nprint(2)",
                                "print(2)\nprint(1)",
                                BRIEF.with(Sameness.UNORDERED_LINES)))
                        .outputSame());
    }

    @Test
    void takesTurnsWhereAProgramWaits() throws Exception {
        var result =
                hold(
                        request(
                                "import time\ntime.sleep(0.06)",
                                "import time\ntime.sleep(0.03)",
                                RULES));
        assertEquals(Mode.SEQUENTIAL, result.mode());
        assertEquals(Measure.WALL, result.measure());
        assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
        assertEquals(
                List.of("The program waits for more than 5 % of its time. So the two took turns."),
                result.notes());
    }

    @Test
    void checksOtherInputsSmallestFirst() throws Exception {
        String text = "import sys\nprint(%s)";
        var request =
                request(
                        text.formatted("int(sys.argv[1]) * 2"),
                        text.formatted("int(sys.argv[1]) * 2 if sys.argv[1] != '7' else 0"),
                        RULES);
        var size = Argument.Role.SIZE;
        var input = new Input("default", List.of(new Argument("9", size)), Stdin.EMPTY);
        var result =
                hold(
                        new TrialRequest(
                                request.program(),
                                request.reference(),
                                request.candidate(),
                                input,
                                List.of(
                                        input.with(size, 8),
                                        input.with(size, 7),
                                        input.with(size, 2)),
                                Limits.own(),
                                RULES));
        assertEquals(
                new FirstDifference("with 7: stdout, line 1", "14", "0", ""), difference(result));
        assertEquals(3, result.inputsChecked());
    }

    @Test
    void keepsThePairsWhenStoppedAndGoesOn() throws Exception {
        var stop = new StopSignal();
        var request = request("sum(range(300_000))", "sum(range(300_000))", BRIEF);
        var stopped =
                hold(
                        request,
                        stop,
                        (phase, soFar, next) -> {
                            if (soFar.pairs().size() == 3) {
                                stop.request();
                            }
                        });
        assertEquals(3, stopped.pairs().size());
        assertEquals(false, stopped.complete());
        assertEquals(
                "Stopped after 3 pairs.",
                assertInstanceOf(Verdict.Undecided.class, stopped.verdict()).reason());
        var whole =
                new Trials(launcher, new ScratchWorkspaces(), zygote())
                        .goOn(request, stopped, new StopSignal(), TrialProgress.NONE);
        assertEquals(stopped.pairs(), whole.pairs().subList(0, 3));
        assertTrue(whole.complete() && whole.pairs().size() > 3, whole::toString);
    }

    @Test
    void stopKillsWhatRuns() throws Exception {
        var stop = new StopSignal();
        long begin = System.nanoTime();
        var result =
                hold(
                        request("import time\ntime.sleep(60)", "pass", RULES),
                        stop,
                        (phase, soFar, next) -> Thread.ofVirtual().start(() -> request(stop)));
        assertEquals(false, result.complete());
        assertTrue(System.nanoTime() - begin < 5e9);
    }

    private static void request(StopSignal stop) {
        try {
            Thread.sleep(300);
            stop.request();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        var result = hold(text.formatted(40_000), text.formatted(10_000));
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
        var result = hold(request(text.formatted(300_000), text.formatted(300_001), BRIEF));
        assertTrue(
                result.notes().stream().noneMatch(note -> note.contains("repeated")),
                result::toString);
    }
}
