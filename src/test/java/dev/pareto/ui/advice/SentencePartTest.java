package dev.pareto.ui.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.ui.advice.SentencePart.Code;
import dev.pareto.ui.advice.SentencePart.Figure;
import dev.pareto.ui.advice.SentencePart.Line;
import dev.pareto.ui.advice.SentencePart.Plain;

import org.junit.jupiter.api.Test;

import java.util.List;

class SentencePartTest {
    @Test
    void findsFiguresLinesCodeAndWhatWasSeen() {
        assertEquals(
                List.of(
                        new Plain("Line "),
                        new Line("9", 9),
                        new Plain(" took "),
                        new Figure("about 91.3 %"),
                        new Plain(": it asked "),
                        new Figure("12,000"),
                        new Plain(" times for `seen"),
                        new Plain("")),
                parts("Line 9 took about 91.3 %: it asked 12,000 times for `seen", ""));
    }

    @Test
    void keepsUnitsAndRangesWithTheirFigures() {
        assertEquals(
                List.of(
                        new Code("x2.append"),
                        new Plain(" in a "),
                        new Figure("list"),
                        new Plain(" took "),
                        new Figure("0.434–0.439 s"),
                        new Plain(", "),
                        new Figure("4,420"),
                        new Plain(" items.")),
                SentencePart.of(
                        "`x2.append` in a list took 0.434–0.439 s, 4,420 items.",
                        List.of("list", "not a word")));
    }

    private static List<SentencePart> parts(String sentence, String end) {
        var parts = new java.util.ArrayList<>(SentencePart.of(sentence, List.of()));
        parts.add(new Plain(end));
        return parts;
    }
}
