package dev.pareto.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pareto.advice.rule.Worth;
import dev.pareto.python.Analyser;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.PythonSources;
import dev.pareto.source.SourceReading;
import dev.pareto.source.SourceText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A fix of a program in another layout is the fix of the program, in that layout.
class RuleLayoutTest {
    private static final String LONGER_CONDITIONS = "non-ASCII before the column";

    private static final Map<String, UnaryOperator<String>> LAYOUTS =
            Map.of(
                    "CRLF and a byte order mark",
                    text -> "\uFEFF" + text.replace("\n", "\r\n"),
                    "tabs",
                    text -> text.replaceAll("(?m)(?<=^ {0,40}) {4}", "\t"),
                    "no line end at the end",
                    String::stripTrailing,
                    LONGER_CONDITIONS,
                    // Fixes make lines of their own: `return await`, `if …_once`.
                    text ->
                            text.replaceAll(
                                    "(?m)^( +)(if|return) (?!await |\\w+_once |\\w+, \\w+$)",
                                    "$1$2 '𝄞ä' and "));

    private static PythonSources sources;
    private static Analyser analyser;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        sources = PythonSources.extract();
        analyser = new Analyser(InstalledPythons.all().lastEntry().getValue(), sources);
    }

    @AfterAll
    static void close() {
        analyser.close();
        sources.close();
    }

    @TestFactory
    Stream<DynamicNode> keepsTheLayout() throws IOException {
        List<RuleFixture> offered =
                RuleFixture.all().stream().filter(RuleFixture::isOffered).toList();
        return LAYOUTS.entrySet().stream()
                .map(
                        layout ->
                                dynamicContainer(
                                        layout.getKey(),
                                        offered.stream()
                                                .filter(it -> fits(layout.getKey(), it))
                                                .map(
                                                        fixture ->
                                                                dynamicTest(
                                                                        fixture.name(),
                                                                        () ->
                                                                                check(
                                                                                        fixture,
                                                                                        layout
                                                                                                .getValue())))));
    }

    private static boolean fits(String layout, RuleFixture fixture) {
        // Conditions of texts are no question for rules about numbers.
        boolean aboutNumbers = List.of("numpy", "numba", "cython").contains(fixture.rule());
        return !layout.equals(LONGER_CONDITIONS) || !(fixture.isAboutConditions() || aboutNumbers);
    }

    private static void check(RuleFixture fixture, UnaryOperator<String> layout) {
        List<String> expected = new ArrayList<>();
        for (String fixed : fixed(fixture, fixture.before())) {
            expected.add(layout.apply(fixed));
        }
        List<SourceText> laidOut =
                fixture.before().stream().map(file -> laidOut(file, layout)).toList();
        assertFalse(expected.isEmpty(), "nothing was offered");
        assertEquals(expected, fixed(fixture, laidOut));
    }

    /// The changed files' whole texts.
    private static List<String> fixed(RuleFixture fixture, List<SourceText> files) {
        Advisor advisor = new Advisor(analyser, Worth.IGNORED, Rules.ALL);
        AdvicePlan plan = advisor.plan(files, HotProfile.of(files));
        Advice advice = advisor.advise(plan, BestCase.of(plan.questions()));
        List<String> texts = new ArrayList<>();
        for (Suggestion suggestion : advice.suggestions()) {
            if (suggestion.rule().equals(fixture.rule())) {
                for (SourceText file : files) {
                    String changed = suggestion.changes().get(file.path());
                    if (changed != null) {
                        texts.add(text(file.withText(changed)));
                    }
                }
            }
        }
        return texts;
    }

    private static SourceText laidOut(SourceText file, UnaryOperator<String> layout) {
        byte[] bytes = layout.apply(text(file)).getBytes(StandardCharsets.UTF_8);
        return ((SourceReading.Decoded) SourceText.read(file.path(), bytes)).source();
    }

    private static String text(SourceText file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
