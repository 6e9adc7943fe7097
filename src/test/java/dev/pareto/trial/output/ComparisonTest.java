package dev.pareto.trial.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Output;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.WallTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// Outputs are made here; each run of a program is a function from how it runs to what it prints.
class ComparisonTest {
    @TempDir Path folder;

    /// How one run went.
    private record Circumstance(long pid, double wall, Random random) {}

    private final Random random = new Random(11);
    private int runs;

    private Leftovers left(String stdout, double wall, long pid) {
        return left(stdout, "", 0, Map.of(), wall, pid);
    }

    private Leftovers left(
            String stdout,
            String stderr,
            int status,
            Map<String, String> files,
            double wall,
            long pid) {
        try {
            runs++;
            Path root = files.isEmpty() ? folder : folder.resolve("run" + runs);
            Files.createDirectories(root);
            for (var file : files.entrySet()) {
                Files.writeString(root.resolve(file.getKey()), file.getValue());
            }
            var output =
                    new Output(
                            new Output.Exit.Status(status), stream(stdout), stream(stderr), files);
            return new Leftovers(output, root, pid, new WallTime(wall));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The text stands for its own hash.
    private static Output.Stream stream(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Output.Stream(bytes, new Bytes(bytes.length), text);
    }

    private Circumstance circumstance(boolean paused) {
        double wall = (paused ? 0.4 : 0.2) * (1 + 0.1 * random.nextDouble());
        return new Circumstance(4000 + 17L * runs, wall, random);
    }

    private Leftovers run(Function<Circumstance, String> program, boolean paused) {
        Circumstance how = circumstance(paused);
        return left(program.apply(how), how.wall(), how.pid());
    }

    /// Compares a program with one that prints the same but for a replacement.
    private Finding compare(
            Sameness sameness, Function<Circumstance, String> program, String from, String to)
            throws InterruptedException {
        Leftovers before = run(program, false);
        Leftovers after = run(how -> program.apply(how).replace(from, to), false);
        return new Comparison(sameness)
                .compare(before, after, paused -> Optional.of(run(program, paused)));
    }

    private Finding compare(Function<Circumstance, String> program) throws InterruptedException {
        return compare(Sameness.EXACT, program, "", "");
    }

    /// Two programs which always print the same.
    private Finding compare(Sameness sameness, String before, String after)
            throws InterruptedException {
        return new Comparison(sameness)
                .compare(
                        left(before, 1, 1),
                        left(after, 1, 2),
                        _ -> Optional.of(left(before, 1, 3)));
    }

    private Finding compare(String before, String after) throws InterruptedException {
        return compare(Sameness.EXACT, before, after);
    }

    private static Finding different(String where, String before, String after, String reason) {
        return new Finding.Different(new Difference(where, before, after, reason));
    }

    @Test
    void findsTheFirstDifferentLineAndItsLikelyReason() throws Exception {
        assertEquals(new Finding.Same(), compare("a\nb\n", "a\nb\n"));
        assertEquals(
                different("stdout, line 2", "total 12", "total 13", ""),
                compare("a\ntotal 12\n", "a\ntotal 13\n"));
        assertEquals(different("stdout, line 1", "a", "b", "order"), compare("a\nb\n", "b\na\n"));
        assertEquals(
                different("stdout, line 1", "x b a", "x a b", "order"),
                compare("x b a\n", "x a b\n"));
        assertEquals(
                different("stdout, line 2", "b", "", "missing line"), compare("a\nb\n", "a\n"));
        assertEquals(different("stdout, line 2", "", "b", "added line"), compare("a\n", "a\nb\n"));
        assertEquals(
                different("stdout, line 1", "[1, 2]", "(1, 2)", "type"),
                compare("[1, 2]\n", "(1, 2)\n"));
        assertEquals(different("stdout, line 1", "3", "3.0", "type"), compare("3\n", "3.0\n"));
        assertEquals(
                different("stdout, line 1", "mean 0.1234567", "mean 0.1234568", "rounding"),
                compare("mean 0.1234567", "mean 0.1234568"));
        assertEquals(
                different("stdout, line 2", "", "(the end)", "missing line"), compare("a\n", "a"));
    }

    @Test
    void cutsALongLineAroundTheDifference() throws Exception {
        var found =
                assertInstanceOf(
                        Finding.Different.class,
                        compare("x".repeat(5000) + "1" + "y".repeat(5000), "x".repeat(5000) + "2"));
        assertTrue(found.first().baseline().length() <= 162);
        assertTrue(found.first().baseline().contains("x1y"));
        assertTrue(found.first().candidate().endsWith("x2"));
    }

    @Test
    void numbersMayDifferWithinTheTolerance() throws Exception {
        var near = new Sameness.Numbers(1e-6);
        assertEquals(new Finding.Same(), compare(near, "x = 1.0000001, y", "x = 1.0, y"));
        assertEquals(
                different("stdout, line 1", "x = 1.001, y", "x = 1.0, y", "rounding"),
                compare(near, "x = 1.001, y", "x = 1.0, y"));
        assertInstanceOf(Finding.Different.class, compare(near, "x = 1.0, y", "x = 1.0, z"));
        assertInstanceOf(Finding.Different.class, compare(near, "-1.0", "1.0"));
    }

    @Test
    void linesMayComeInAnyOrder() throws Exception {
        var any = Sameness.UNORDERED_LINES;
        assertEquals(new Finding.Same(), compare(any, "a\nb\nb\n", "b\na\nb\n"));
        assertEquals(
                different("stdout, line 3", "b", "(no such line)", "missing line"),
                compare(any, "a\nb\nb\n", "b\na\n"));
    }

    @Test
    void comparesTheEnds() throws Exception {
        String trace = "Traceback (most recent call last):\n  File\nKeyError: 'x'\n";
        Leftovers good = left("", "", 0, Map.of(), 1, 1);
        assertEquals(
                different("exception", "none", "KeyError: 'x'", "exception"),
                new Comparison(Sameness.EXACT)
                        .compare(good, left("", trace, 1, Map.of(), 1, 2), _ -> Optional.of(good)));
        assertEquals(
                different("exit status", "0", "2", ""),
                new Comparison(Sameness.EXACT)
                        .compare(good, left("", "", 2, Map.of(), 1, 2), _ -> Optional.of(good)));
    }

    @Test
    void aBaselineThatEndsDifferentlyFromRunToRunIsRandom() throws Exception {
        Leftovers good = left("", "", 0, Map.of(), 1, 1);
        Leftovers bad = left("", "", 2, Map.of(), 1, 2);
        assertEquals(
                new Finding.Random("its exit status changes from run to run (0, 2)"),
                new Comparison(Sameness.EXACT).compare(good, bad, _ -> Optional.of(bad)));
    }

    @Test
    void comparesFilesByNameAndContent() throws Exception {
        Leftovers before = left("", "", 0, Map.of("a.csv", "1\n2", "b", "x"), 1, 1);
        Leftovers after = left("", "", 0, Map.of("a.csv", "1\n3", "b", "x"), 1, 2);
        Leftovers other = left("", "", 0, Map.of("a.csv", "1\n2", "c", "x"), 1, 2);
        var comparison = new Comparison(Sameness.EXACT);
        assertEquals(
                different("file a.csv, line 2", "2", "3", ""),
                comparison.compare(before, after, _ -> Optional.of(before)));
        assertEquals(
                different("file b", "left", "not there", ""),
                comparison.compare(before, other, _ -> Optional.of(before)));
    }

    @Test
    void masksTemporaryNamesOfFiles() throws Exception {
        Function<String, Leftovers> run = name -> left("", "", 0, Map.of(name, "x"), 1, 1);
        var names =
                new ArrayList<>(
                        List.of("tmpabcdefgh", "tmp12345678", "tmp__345678", "tmpqqqqqqqq"));
        assertEquals(
                new Finding.Same(),
                new Comparison(Sameness.EXACT)
                        .compare(
                                run.apply("tmp00000000"),
                                run.apply("tmpzzzzzzzz"),
                                _ -> Optional.of(run.apply(names.removeFirst()))));
    }

    @Test
    void masksWhatChangesForAKnownReason() throws Exception {
        for (Function<Circumstance, String> program :
                List.<Function<Circumstance, String>>of(
                        how -> "took %.4f s".formatted(how.wall() * 0.8),
                        how -> "elapsed_ms: %.1f".formatted(how.wall() * 800),
                        how -> "{\"elapsed\": %.4f, \"n\": 7}".formatted(how.wall() * 0.8),
                        how -> "%.6f".formatted(how.wall() * 0.8),
                        how -> "%d".formatted((long) (how.wall() * 8e8)),
                        how -> "%.0f items/s".formatted(1000 / how.wall()),
                        how -> "throughput = %.0f".formatted(1000 / how.wall()),
                        how -> "I am " + how.pid(),
                        how -> "child pid: " + (how.pid() + 3),
                        how -> "<object at 0x7f%010x>".formatted(how.random().nextInt(1 << 30)),
                        how -> "2026-11-27 00:%02d:11.5".formatted(how.random().nextInt(60)),
                        how -> "now 12:30:%02d".formatted(how.random().nextInt(60)),
                        how -> "/tmp/tmp%08d/x".formatted(how.random().nextInt(99_999_999)),
                        how -> "%.3f".formatted(System.currentTimeMillis() / 1e3 + how.wall()))) {
            String shown = program.apply(circumstance(false));
            assertEquals(
                    new Finding.Same(),
                    compare(how -> "a 1\n" + program.apply(how) + "\nb 2"),
                    shown);
            assertInstanceOf(
                    Finding.Different.class,
                    compare(
                            Sameness.EXACT,
                            how -> "a 1\n" + program.apply(how) + "\nb 2",
                            "b 2",
                            "b 3"),
                    shown);
        }
    }

    @Test
    void showsWhatItMasked() throws Exception {
        Function<Circumstance, String> program = how -> "took %.4f s".formatted(how.wall());
        var comparison = new Comparison(Sameness.EXACT);
        comparison.compare(
                run(program, false),
                run(program, false),
                paused -> Optional.of(run(program, paused)));
        assertEquals(List.of("stdout, line 1: took ‹duration› ‹unit›"), comparison.masked());
    }

    @Test
    void whatChangesForNoKnownReasonIsNeverTheSame() throws Exception {
        for (Function<Circumstance, String> program :
                List.<Function<Circumstance, String>>of(
                        how -> "score %.6f".formatted(how.random().nextDouble()),
                        how -> "winner " + how.random().nextInt(1_000_000),
                        how -> "key " + Long.toHexString(how.random().nextLong()),
                        how -> "x\n".repeat(1 + how.random().nextInt(1000)))) {
            assertInstanceOf(
                    Finding.Random.class, compare(program), program.apply(circumstance(false)));
        }
    }

    @Test
    void aBareRandomNumberPassesForADurationInFewerThanOneOfAHundredCases() throws Exception {
        int same = 0;
        for (int i = 0; i < 1000; i++) {
            same += compare(how -> "" + how.random().nextDouble()) instanceof Finding.Same ? 1 : 0;
        }
        assertTrue(same <= 10, "taken for a duration: " + same + " of 1000");
    }
}
