package dev.pareto.advice.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pareto.python.Analyser;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.Parsing;
import dev.pareto.python.PythonSources;
import dev.pareto.source.Edits;
import dev.pareto.source.SourceText;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Statement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/// New statements and imports go where they belong, in the layout of the file.
class FixEditsTest {
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

    private static ParsedModule parse(String text) {
        return ((Parsing.Parsed) analyser.parse(SourceText.of("main.py", text))).module();
    }

    /// The statement that starts with `here`.
    private static Statement here(ParsedModule module) {
        return module.nodes()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .filter(it -> module.text(it).startsWith("here"))
                .reduce((_, inner) -> inner)
                .orElseThrow();
    }

    private static String before(String text) {
        var module = parse(text);
        var edit = new StatementEdits(module.source()).before(here(module), "new()");
        return Edits.of(edit).applyTo(module.source()).text();
    }

    private static String after(String text) {
        var module = parse(text);
        var edit = new StatementEdits(module.source()).after(here(module), "new()");
        return Edits.of(edit).applyTo(module.source()).text();
    }

    @Test
    void putsAStatementBeforeAnother() {
        assertEquals("new()\nhere()\n", before("here()\n"));
        assertEquals("if x:\n\tnew()\n\there()\n", before("if x:\n\there()\n"));
        assertEquals("a = 1; new(); here()\n", before("a = 1; here()\n"));
        assertEquals("if x: new(); here()\n", before("if x: here()\n"));
        assertEquals("if x: \\\n  new(); here()\n", before("if x: \\\n  here()\n"));
        assertEquals("if x:\r\n  new()\r\n  here()\r\n", before("if x:\r\n  here()\r\n"));
    }

    @Test
    void putsAStatementAfterAnother() {
        assertEquals("here()\nnew()\n", after("here()\n"));
        assertEquals("here()\nnew()", after("here()"));
        assertEquals("here()  # why\nnew()\nb\n", after("here()  # why\nb\n"));
        assertEquals("here(); new(); b\n", after("here(); b\n"));
        assertEquals("if x: here(); new()  # why\n", after("if x: here()  # why\n"));
        assertEquals(
                "if x:\n\there(\n1)\n\tnew()\nelse: y\n", after("if x:\n\there(\n1)\nelse: y\n"));
        assertEquals("if x:\r\n  here()\r\n  new()\r\n", after("if x:\r\n  here()\r\n"));
    }

    @Test
    void knowsWhereNothingCanStandBefore() {
        var module = parse("if x: y\nelif z: w\n@d\ndef f(): pass\n");
        var edits = new StatementEdits(module.source());
        module.nodes()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .filter(it -> module.text(it).matches("(?s)(elif|def).*"))
                .forEach(it -> assertFalse(edits.canPrecede(it), module.text(it)));
    }

    private static String imported(String text) {
        var module = parse(text);
        var found = new Imports(module).from("collections", "deque");
        return found.edit()
                .map(edit -> Edits.of(edit).applyTo(module.source()).text() + found.name())
                .orElse(found.name());
    }

    @Test
    void importsAfterTheDocstringAndTheFuture() {
        String line = "from collections import deque\n";
        assertEquals(line + "x = 1\ndeque", imported("x = 1\n"));
        assertEquals("#!/usr/bin/python\n" + line + "x\ndeque", imported("#!/usr/bin/python\nx\n"));
        assertEquals("'''Doc.'''\n" + line + "x\ndeque", imported("'''Doc.'''\nx\n"));
        assertEquals(
                "'''Doc.'''\nfrom __future__ import annotations\n" + line + "x\ndeque",
                imported("'''Doc.'''\nfrom __future__ import annotations\nx\n"));
        assertEquals(line + "@d\ndef f(): pass\ndeque", imported("@d\ndef f(): pass\n"));
        assertEquals(line + "deque", imported(""));
    }

    @Test
    void importsNothingTwice() {
        assertEquals("deque", imported("import os\nfrom collections import OrderedDict, deque\n"));
        assertEquals("ring", imported("from collections import deque as ring\n"));
    }

    @Test
    void importsUnderAnotherNameWhereItIsTaken() {
        assertEquals(
                "from collections import deque as deque_2\ndeque = 1\ndeque_2",
                imported("deque = 1\n"));
        assertEquals(
                "from collections import deque as deque_2\nfrom collections import deque\n"
                        + "def f(): deque = 2\ndeque_2",
                imported("from collections import deque\ndef f(): deque = 2\n"));
    }
}
