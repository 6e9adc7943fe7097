package dev.pareto.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pareto.source.SourceReading.Decoded;
import dev.pareto.source.SourceReading.HasNul;
import dev.pareto.source.SourceReading.Undecodable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

class SourceTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x = 1",
                "x = 1\ny = 2\n",
                "x = 1\r\ny = 2\r\n",
                "x = 1\ry = 2\r",
                "x = 'é'\r\ny = '😀'\n\tz = 3\r\r\n",
                "\uFEFFx = 1\n",
                "\uFEFF# coding: utf-8\nx = 'é'\n",
                "# -*- coding: UTF_8 -*-\nx = 'é'\n"
            })
    void writesTheBytesThatItRead(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(bytes, decoded(bytes).bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# coding: latin-1\nx = 'é'\n",
                "#!/usr/bin/python\n# vim: set fileencoding=iso-8859-15 :\nx = '€'\n",
                "\n# coding=cp1252\r\nx = '€'\r\n",
                "# coding: euc_jp\nx = 'あ'\n"
            })
    void decodesByTheCookieInOneOfTheFirstTwoLines(String text) {
        String name = text.replaceAll("(?s).*coding[:=] ?([-\\w]+).*", "$1").replace('_', '-');
        byte[] bytes = text.getBytes(Charset.forName(name.replace("latin-1", "latin1")));
        SourceText source = decoded(bytes);
        assertEquals(text, source.text());
        assertArrayEquals(bytes, source.bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 1\n# coding: latin-1\ny = 'é'\n",
                "#\n#\n# coding: latin-1\ny = 'é'\n",
                "x = '# coding: latin-1'\ny = 'é'\n"
            })
    void takesACookieElsewhereForAComment(String text) {
        assertEquals(
                SourceEncoding.UTF_8, decoded(text.getBytes(StandardCharsets.UTF_8)).encoding());
    }

    @Test
    void keepsTheByteOrderMarkOutOfTheText() {
        SourceText source = decoded("\uFEFFx = 1\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("x = 1\n", source.text());
        assertEquals(new SourceEncoding(StandardCharsets.UTF_8, true), source.encoding());
    }

    @Test
    void refusesWhatIsNotTextInItsEncoding() {
        byte[] bytes = "x = 'é'\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                new Undecodable("a.py", "utf-8", "It is not text in the encoding “utf-8”."),
                SourceText.read("a.py", bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uft-8", "utf-16", "rot13"})
    void refusesEncodingsThatPythonOrJavaDoesNotKnow(String name) {
        byte[] bytes = ("# coding: " + name + "\n").getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                new Undecodable(
                        "a.py",
                        name,
                        "It declares the encoding “" + name + "”, which is not known here."),
                SourceText.read("a.py", bytes));
    }

    @Test
    void refusesAMarkAndACookieThatContradictEachOther() {
        byte[] bytes = "\uFEFF# coding: latin-1\n".getBytes(StandardCharsets.UTF_8);
        assertInstanceOf(Undecodable.class, SourceText.read("a.py", bytes));
    }

    @Test
    void saysInWhichLineANulIs() {
        byte[] bytes = "x = 1\r\ny = '\0'\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(new HasNul("a.py", 2), SourceText.read("a.py", bytes));
    }

    @Test
    void saysWhenItsEncodingCannotExpressANewText() {
        SourceText latin = decoded("# coding: latin-1\n".getBytes(StandardCharsets.ISO_8859_1));
        SourceText changed = latin.withText("# coding: latin-1\nx = '€'\n");
        assertFalse(changed.isEncodable());
        assertThrows(IllegalStateException.class, changed::bytes);
    }

    @Test
    void endsLinesWhereverPythonDoesAndNowhereElse() {
        SourceText source = SourceText.of("a.py", "a\nb\r\nc\rd\f\u2028e\n");
        assertEquals(5, source.lineCount());
        assertEquals("b", source.line(2));
        assertEquals("c", source.line(3));
        assertEquals("d\f\u2028e", source.line(4));
        assertEquals("", source.line(5));
        assertEquals(new Span(2, 3), source.lineSpan(2));
        assertEquals(5, source.nextLineStart(2));
        assertEquals(source.text().length(), source.nextLineStart(5));
    }

    @Test
    void convertsUtf8ColumnsToOffsets() {
        SourceText source = SourceText.of("a.py", "\tx = 'é€😀'; y\r\nz\n");
        int y = source.text().indexOf('y');
        assertEquals(0, source.offset(1, 0));
        assertEquals(1, source.offset(1, 1));
        assertEquals(6, source.offset(1, 6));
        assertEquals(y, source.offset(1, 1 + 5 + 2 + 3 + 4 + 3));
        assertEquals(source.text().indexOf('z'), source.offset(2, 0));
    }

    @Test
    void takesAColumnBeyondALineForItsEnd() {
        SourceText source = SourceText.of("a.py", "é\r\nab\r\n");
        assertEquals(1, source.offset(1, 99));
        assertEquals(5, source.offset(2, 99));
    }

    @Test
    void convertsEveryColumnOfALongLine() {
        String line = "añ€😀".repeat(50);
        SourceText source = SourceText.of("a.py", "#\n" + line);
        int offset = 0;
        while (offset < line.length()) {
            int bytes = line.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
            assertEquals(2 + offset, source.offset(2, bytes));
            offset += Character.charCount(line.codePointAt(offset));
        }
    }

    @Test
    void namesPlacesAsEditorsDo() {
        SourceText source = SourceText.of("a.py", "a\r\nbc");
        assertEquals(new Place(1, 1), source.place(0));
        assertEquals(new Place(1, 2), source.place(1));
        assertEquals(new Place(2, 2), source.place(4));
        assertEquals(new Place(2, 3), source.place(5));
        assertThrows(IndexOutOfBoundsException.class, () -> source.place(6));
    }

    @Test
    void knowsTheIndentationAndLineEndToContinueWith() {
        SourceText source = SourceText.of("a.py", "if x:\r\n \t y = 1\n");
        assertEquals(" \t ", source.indentation(2));
        assertEquals("\r\n", source.lineEnd());
        assertEquals("\n", SourceText.of("a.py", "x = 1").lineEnd());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/a.py", "src\\a.py"})
    void refusesPathsThatAreNotRelativeToARoot(String path) {
        assertThrows(IllegalArgumentException.class, () -> SourceText.of(path, ""));
    }

    private static SourceText decoded(byte[] bytes) {
        return assertInstanceOf(Decoded.class, SourceText.read("a.py", bytes)).source();
    }
}
