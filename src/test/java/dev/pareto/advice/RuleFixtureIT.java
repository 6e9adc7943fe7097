package dev.pareto.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pareto.python.InstalledPythons;
import dev.pareto.source.SourceText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs every rule on its fixtures with a real interpreter: the run with probes, the fix, the fixed
/// program.
class RuleFixtureIT {
    @TempDir static Path folder;

    private static final Map<String, RuleBench> BENCHES = new HashMap<>();

    @AfterAll
    static void close() {
        BENCHES.values().forEach(RuleBench::close);
        BENCHES.clear();
    }

    @TestFactory
    Stream<DynamicNode> advisesAsTheFixturesSay() throws IOException, InterruptedException {
        var pythons = InstalledPythons.all();
        var newest = List.of(pythons.lastEntry());
        return RuleFixture.all().stream()
                .map(
                        fixture ->
                                dynamicContainer(
                                        fixture.rule() + " " + fixture.name(),
                                        (fixture.onAllInterpreters() ? pythons.entrySet() : newest)
                                                .stream().map(python -> test(fixture, python))));
    }

    private static DynamicNode test(RuleFixture fixture, Map.Entry<String, Path> python) {
        return dynamicTest(python.getKey(), () -> check(fixture, bench(python)));
    }

    @Test
    void hasAtLeastAsManyRefusalsAsOffers() throws IOException {
        Map<String, Integer> balance = new HashMap<>();
        for (RuleFixture fixture : RuleFixture.all()) {
            balance.merge(fixture.rule(), fixture.isOffered() ? -1 : 1, Integer::sum);
        }
        balance.values().removeIf(it -> it >= 0);
        assertEquals(Map.of(), balance);
    }

    private static RuleBench bench(Map.Entry<String, Path> python) {
        return BENCHES.computeIfAbsent(
                python.getKey(), version -> new RuleBench(version, python.getValue(), folder));
    }

    private static void check(RuleFixture fixture, RuleBench bench) throws Exception {
        var advice = bench.advise(fixture.before(), fixture.inputs().getFirst());
        var own = advice.suggestions().stream().filter(it -> it.rule().equals(fixture.rule()));
        var offered = own.toList();
        if (!fixture.isOffered()) {
            checkRefused(fixture, advice, offered);
            return;
        }
        assertEquals(1, offered.size(), () -> "refused: " + advice.refused());
        Suggestion suggestion = offered.getFirst();
        assertEquals(text(fixture.after()), text(suggestion.changes()), suggestion.sentence());
        fixture.title().ifPresent(title -> assertEquals(title, suggestion.title()));
        checkRuns(fixture, suggestion, bench);
    }

    private static void checkRefused(RuleFixture fixture, Advice advice, List<Suggestion> offered) {
        assertEquals(List.of(), offered);
        var reasons =
                advice.refused().stream()
                        .filter(it -> it.rule().equals(fixture.rule()))
                        .map(Refusal::reason)
                        .toList();
        String expected = fixture.reason().orElseThrow();
        assertTrue(
                expected.isEmpty()
                        ? reasons.isEmpty()
                        : reasons.stream().anyMatch(it -> it.contains(expected)),
                () -> "expected: " + expected + "\nrefused: " + reasons);
    }

    /// The changed program prints the same, and the rule finds nothing more to change.
    private static void checkRuns(RuleFixture fixture, Suggestion suggestion, RuleBench bench)
            throws Exception {
        var changed =
                fixture.before().stream().map(file -> changed(file, suggestion.changes())).toList();
        assertTrue(fixture.inputs().size() >= 3, "three inputs at least");
        var roots = List.of(bench.write(fixture.before()), bench.write(changed));
        var printed = bench.run(roots, fixture.inputs(), suggestion.missing());
        int half = printed.size() / 2;
        assertEquals(fixture.inputs().size(), half);
        assertEquals(printed.subList(0, half), printed.subList(half, 2 * half));
        assertTrue(printed.getFirst().startsWith("0 "), printed::getFirst);
        var again = bench.advise(changed, fixture.inputs().getFirst());
        assertEquals(
                List.of(),
                again.suggestions().stream()
                        .filter(it -> it.rule().equals(fixture.rule()))
                        .map(Suggestion::diff)
                        .toList());
    }

    private static SourceText changed(SourceText file, Map<String, String> changes) {
        return file.withText(changes.getOrDefault(file.path(), file.text()));
    }

    /// One text, so that a failure shows where they differ.
    private static String text(Map<String, String> files) {
        var all = new StringBuilder();
        files.forEach((path, text) -> all.append("# ").append(path).append('\n').append(text));
        return all.toString();
    }
}
