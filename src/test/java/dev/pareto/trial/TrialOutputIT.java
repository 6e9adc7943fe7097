package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Stdin;
import dev.pareto.python.Limits;
import dev.pareto.trial.Verdict.FirstDifference;
import dev.pareto.trial.output.Sameness;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What trials of real programs say about their outputs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialOutputIT {
    private RealTrials trials;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        trials = new RealTrials(folder);
    }

    @AfterAll
    void close() {
        trials.close();
    }

    private static FirstDifference difference(TrialResult result) {
        return assertInstanceOf(Verdict.OutputChanged.class, result.verdict()).difference();
    }

    private static String failure(TrialResult result) {
        return assertInstanceOf(Verdict.Failed.class, result.verdict()).reason();
    }

    @Test
    void seesOneChangedDigitWhateverTheSpeed() throws Exception {
        var result =
                trials.hold(
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
                        trials.hold(
                                "open('out.txt', 'w').write('1\\n2\\n')",
                                "open('out.txt', 'w').write('1\\n3\\n')")));
        assertEquals(
                new FirstDifference("file out.txt", "left", "not there", ""),
                difference(trials.hold("open('out.txt', 'w').write('1')", "pass")));
    }

    @Test
    void seesAnotherEnd() throws Exception {
        assertEquals(
                new FirstDifference("exit status", "0", "3", ""),
                difference(trials.hold("print(1)", "print(1)\nraise SystemExit(3)")));
        assertEquals(
                new FirstDifference("exception", "none", "ValueError: no", "exception"),
                difference(trials.hold("print(1)", "print(1)\nraise ValueError('no')")));
        assertEquals(
                new FirstDifference("stderr", "empty", "warning", ""),
                difference(
                        trials.hold("print(1)", "import sys\nprint('warning', file=sys.stderr)")));
    }

    @Test
    void timesProgramsThatBothEndWithTheSameStatus() throws Exception {
        var result =
                trials.hold(
                        "sum(range(2_000_000))\nraise SystemExit(3)",
                        "sum(range(10))\nraise SystemExit(3)");
        assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
    }

    @Test
    void timesNoProgramThatFailsBeforeAndAfter() throws Exception {
        assertEquals(
                "The baseline itself fails with FileNotFoundError: [Errno 2] No such file or"
                        + " directory: 'data.csv', and so does the candidate. Nothing was measured.",
                failure(trials.hold("open('data.csv')", "pass\nopen('data.csv')")));
    }

    @Test
    void saysHowAVariantCrashed() throws Exception {
        assertEquals(
                "Variant “other” was ended by a segmentation fault (signal 11). The baseline ended"
                        + " by itself.",
                failure(trials.hold("print(1)", "import os\nos.kill(os.getpid(), 11)")));
        var request = trials.request("print(1)", "while True: pass", RealTrials.RULES);
        assertEquals(
                "Variant “other” was stopped at its time limit of 0.5 s. The baseline ended by"
                        + " itself.",
                failure(
                        trials.hold(
                                new TrialRequest(
                                        request.program(),
                                        request.reference(),
                                        request.candidate(),
                                        request.input(),
                                        List.of(),
                                        Limits.own().within(Duration.ofMillis(500)),
                                        RealTrials.RULES))));
    }

    @Test
    void orderOfSetsIsTheSameInBothMembersOfAPair() throws Exception {
        var result =
                trials.hold(
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
        var result = trials.hold(text.formatted(3_000_000), text.formatted(1_000_000));
        assertInstanceOf(Verdict.Faster.class, result.verdict(), result::toString);
        assertTrue(
                result.notes().contains("Not compared: stdout, line 1: took ‹duration› ‹unit›"),
                result::toString);
    }

    @Test
    void theFolderOfARunIsNoDifference() throws Exception {
        String text =
                """
                import os, pickle
                print(__file__, os.getcwd())
                print(os.path.dirname(os.getcwd()))
                pickle.dump((b'\\xff', os.getcwd()), open('state', 'wb'))
                """;
        assertTrue(trials.hold(trials.request(text, text + " ", RealTrials.BRIEF)).outputSame());
    }

    @Test
    void comparesNoRandomOutput() throws Exception {
        String text = "import random\nprint('score', random.random())";
        assertTrue(
                failure(trials.hold(text, text + " "))
                        .startsWith(
                                "The output of the baseline is random and cannot be compared: stdout, line 1"
                                        + " changes from run to run"));
        String order = "import random\nfor i in random.sample(range(20), 20): print(i)";
        assertTrue(failure(trials.hold(order, order + " ")).contains("lines in another order"));
        assertTrue(
                trials.hold(
                                trials.request(
                                        order,
                                        order + " ",
                                        RealTrials.BRIEF.with(Sameness.UNORDERED_LINES)))
                        .outputSame());
    }

    @Test
    void comparesWithinToleranceOrInAnyOrderWhenTold() throws Exception {
        var numbers = new Sameness.Numbers(1e-9);
        assertEquals(
                new FirstDifference("stdout, line 1", "0.30000000000000004", "0.3", "rounding"),
                difference(trials.hold("print(0.1 + 0.2)", "print(0.3)")));
        assertTrue(
                trials.hold(
                                trials.request(
                                        "print(0.1 + 0.2)",
                                        "print(0.3)",
                                        RealTrials.BRIEF.with(numbers)))
                        .outputSame());
        assertTrue(
                trials.hold(
                                trials.request(
                                        "print(1)\nprint(2)",
                                        "print(2)\nprint(1)",
                                        RealTrials.BRIEF.with(Sameness.UNORDERED_LINES)))
                        .outputSame());
    }

    @Test
    void checksOtherInputsSmallestFirst() throws Exception {
        String text = "import sys\nprint(%s)";
        var request =
                trials.request(
                        text.formatted("int(sys.argv[1]) * 2"),
                        text.formatted("int(sys.argv[1]) * 2 if sys.argv[1] != '7' else 0"),
                        RealTrials.RULES);
        var size = Argument.Role.SIZE;
        var input = new Input("default", List.of(new Argument("9", size)), Stdin.EMPTY);
        var result =
                trials.hold(
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
                                RealTrials.RULES));
        assertEquals(
                new FirstDifference("with 7: stdout, line 1", "14", "0", ""), difference(result));
        assertEquals(3, result.inputsChecked());
    }
}
