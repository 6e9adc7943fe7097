package dev.pareto.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class PythonLexerTest {
    @Test
    void tellsKeywordsNamesBuiltinsAndNumbers() {
        assertEquals(
                List.of(
                        "KEYWORD def",
                        "NAME f",
                        "BUILTIN int",
                        "NUMBER 1_000.5e-3",
                        "KEYWORD None"),
                tokens("def f(n: int = 1_000.5e-3): None"));
    }

    @Test
    void knowsStringsOfAllKindsAndWhatIsAfterThem() {
        assertEquals(
                List.of("STRING rb'\\''", "STRING f\"{x}#\"", "STRING '''a'''", "COMMENT # b 'c"),
                tokens("x(rb'\\'', f\"{x}#\", '''a''') # b 'c"));
    }

    @Test
    void takesMatchForAKeywordOnlyWhereItIsOne() {
        assertEquals(List.of("KEYWORD match"), tokens("match point:"));
        assertEquals(List.of(), tokens("match = point"));
        assertEquals(List.of(), tokens("match(point)"));
    }

    @Test
    void takesAttributesForNoBuiltins() {
        assertEquals(List.of("BUILTIN set"), tokens("self.set(set)"));
    }

    @Test
    void coloursDecorators() {
        assertEquals(List.of("NAME @functools.cache"), tokens("    @functools.cache"));
        assertEquals(List.of(), tokens("a @ b"));
    }

    @Test
    void carriesAnOpenTripleStringToTheNextLines() {
        LexState open = PythonLexer.lex("x = \"\"\"first", LexState.CODE).end();
        assertEquals(LexState.TRIPLE_DOUBLE, open);
        var next = PythonLexer.lex("it's here\"\"\" + y", open);
        assertEquals(LexState.CODE, next.end());
        assertEquals(new PythonLexer.Token(0, 12, TokenKind.STRING), next.tokens().getFirst());
    }

    @Test
    void endsAHalfTypedStringWithItsLine() {
        assertEquals(LexState.CODE, PythonLexer.lex("print(\"half", LexState.CODE).end());
    }

    @Test
    void continuesAStringBehindABackslash() {
        LexState open = PythonLexer.lex("x = 'one \\", LexState.CODE).end();
        assertEquals(LexState.SINGLE, open);
        assertEquals(LexState.CODE, PythonLexer.lex("two'", open).end());
    }

    @Test
    void survivesAnyTextAtAll() {
        for (String odd :
                List.of(
                        "",
                        "\\",
                        "'",
                        "0x",
                        "é = ∞",
                        "@",
                        "\"\"\"\"",
                        "#",
                        "\u0000\uD83D",
                        "1..2")) {
            for (LexState state : LexState.values()) {
                PythonLexer.lex(odd, state);
            }
        }
    }

    @Test
    void followsAnEditUntilLinesBeginAsBefore() {
        var lines = new ArrayList<>(List.of("a = 1", "b = 2", "c = 3", "d = 4"));
        var states = LineStates.of(String.join("\n", lines));
        lines.set(1, "b = \"\"\"");
        states.edit(1, 0, 0, lines::get, 10);
        assertEquals(LexState.TRIPLE_DOUBLE, states.start(3));
        lines.add(2, "\"\"\"");
        states.edit(1, 0, 1, lines::get, 10);
        assertEquals(
                List.of(
                        LexState.CODE,
                        LexState.CODE,
                        LexState.TRIPLE_DOUBLE,
                        LexState.CODE,
                        LexState.CODE),
                List.of(
                        states.start(0),
                        states.start(1),
                        states.start(2),
                        states.start(3),
                        states.start(4)));
    }

    private static List<String> tokens(String line) {
        return PythonLexer.lex(line, LexState.CODE).tokens().stream()
                .map(t -> t.kind() + " " + line.substring(t.start(), t.end()))
                .toList();
    }
}
