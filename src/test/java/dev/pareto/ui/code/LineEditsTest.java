package dev.pareto.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class LineEditsTest {
    @Test
    void indentsBehindAColonAndGoesBackBehindAReturn() {
        assertEquals("        ", LineEdits.next("    for x in y:  # all", "    "));
        assertEquals("    ", LineEdits.next("        return x", "    "));
        assertEquals("    ", LineEdits.next("    x = {1: 2}", "    "));
    }

    @Test
    void commentsAtTheSmallestIndentationAndTakesItBack() {
        List<String> lines = List.of("    if a:", "", "        b()");
        List<String> commented = List.of("    # if a:", "", "    #     b()");
        assertEquals(commented, LineEdits.commented(lines));
        assertEquals(lines, LineEdits.commented(commented));
    }

    @Test
    void indentsAsTheFileDoes() {
        assertEquals("  ", LineEdits.unit(List.of("def f():", "  pass")));
        assertEquals("\t", LineEdits.unit(List.of("def f():", "\tpass")));
        assertEquals("    ", LineEdits.unit(List.of("x = 1")));
    }

    @Test
    void outdentsAtMostWhatThereIs() {
        assertEquals(
                List.of("a", "b", "  c"),
                LineEdits.outdented(List.of("  a", "\tb", "      c"), "    "));
    }

    @Test
    void namesTheFunctionThatALineIsIn() {
        List<String> lines =
                List.of(
                        "class Cache:",
                        "    size = 1",
                        "    async def get(self, key):",
                        "        def inner():",
                        "            pass",
                        "",
                        "        return key",
                        "print(1)");
        assertEquals("Cache", EnclosingFunction.of(1, lines::get));
        assertEquals("Cache.get.inner", EnclosingFunction.of(4, lines::get));
        assertEquals("Cache.get", EnclosingFunction.of(6, lines::get));
        assertEquals("", EnclosingFunction.of(7, lines::get));
    }
}
