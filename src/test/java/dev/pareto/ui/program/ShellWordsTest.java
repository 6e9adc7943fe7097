package dev.pareto.ui.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ShellWordsTest {
    @Test
    void splitsAsAShellDoes() {
        assertEquals(
                words("-n", "12 000", "", "a\"b", "c\\d", "$x"),
                split(" -n '12 000' \"\" \"a\\\"b\" 'c\\d' \\$x "));
        assertEquals(words("ab c"), split("a'b 'c"));
        assertEquals(words("a\\b"), split("\"a\\b\""));
        assertEquals(words(), split("  "));
    }

    @Test
    void saysWhereAQuoteIsLeftOpen() {
        assertEquals(new ShellWords.Unfinished('\'', 5), split("a b 'c"));
        assertEquals(new ShellWords.Unfinished('"', 1), split("\"a\\\""));
        assertEquals(new ShellWords.Unfinished('\\', 2), split("a\\"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "with space",
                "it's",
                "\"",
                "\\",
                "a\tb",
                "{n}",
                "*.py",
                "$HOME",
                "é"
            })
    void joinsSoThatTheSameComesBack(String word) {
        assertEquals(words("first", word), split(ShellWords.join(List.of("first", word))));
    }

    private static ShellWords split(String line) {
        return ShellWords.split(line);
    }

    private static ShellWords words(String... words) {
        return new ShellWords.Words(List.of(words));
    }
}
