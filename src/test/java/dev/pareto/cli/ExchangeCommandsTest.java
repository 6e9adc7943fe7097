package dev.pareto.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pareto.cli.CommandDesk.Done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Profiles in and out of files, and the environments of engines.
class ExchangeCommandsTest {
    private static final String WORK =
            """
            def leaf(n):
                return sum(i * i for i in range(n))
            def main():
                return sum(leaf(2000) for _ in range(20))
            print(main())
            """;

    @TempDir Path folder;
    private CommandDesk desk;

    @BeforeEach
    void setUp() throws IOException {
        desk = CommandDesk.in(folder);
    }

    @Test
    void aTableOfCProfileGoesThroughSpeedscopeAndBack() throws IOException {
        desk.write("work.py", WORK);
        done("profile", "work.py", "--engine", "cprofile", "-o", "a.prof", "--quiet");
        done("convert", "a.prof", "a.speedscope.json");
        done("convert", "a.speedscope.json", "b.prof");
        Done json = done("convert", "b.prof", "b.json", "--json");
        assertEquals("pareto.conversion/1", json.json().path("schema").asText());
        var functions =
                new ObjectMapper()
                        .readTree(desk.work().resolve("b.json").toFile())
                        .path("functions");
        var leaf =
                functions
                        .valueStream()
                        .filter(f -> f.path("name").asText().equals("leaf"))
                        .findFirst()
                        .orElseThrow();
        // Seconds hold; what speedscope has no place for, the calls, are gone.
        assertTrue(leaf.path("total_s").asDouble() > 0, leaf::toString);
        assertEquals(
                desk.work().resolve("work.py").toRealPath().toString(), leaf.path("file").asText());
        assertEquals(0, leaf.path("calls").asInt(-1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".speedscope.json",
                ".trace.json",
                ".collapsed",
                ".html",
                ".csv",
                ".json",
                ".prof"
            })
    void anyEngineWritesAnyForm(String ending) throws IOException {
        desk.write("work.py", WORK);
        done("profile", "work.py", "-o", "out" + ending, "--quiet");
        assertTrue(
                Files.readString(desk.work().resolve("out" + ending), ISO_8859_1).contains("leaf"));
    }

    @Test
    void ourOwnFormKeepsAll() throws IOException {
        desk.write("work.py", WORK);
        done("profile", "work.py", "-o", "a.json", "--quiet");
        done("convert", "a.json", "b.json");
        var mapper = new ObjectMapper();
        var first = (ObjectNode) mapper.readTree(desk.work().resolve("a.json").toFile());
        var second = mapper.readTree(desk.work().resolve("b.json").toFile());
        first.remove(List.of("arguments", "output", "ending"));
        assertEquals(first, second);
    }

    @Test
    void aPageShowsTheCode() throws IOException {
        desk.write("work.py", WORK);
        done("profile", "work.py", "-o", "a.html", "--quiet");
        String page = Files.readString(desk.work().resolve("a.html"));
        assertTrue(page.contains("<code>return sum(i * i for i in range(n))</code>"), page);
    }

    @Test
    void anotherToolsFileIsNeitherTrustedNorTouched() throws IOException {
        byte[] rubbish = {0, 1, 2, 'x', (byte) 0xff};
        for (String name : new String[] {"a.prof", "a.speedscope.json", "a.collapsed"}) {
            Path file = desk.work().resolve(name);
            Files.write(file, rubbish);
            Done done = desk.pareto("convert", name, "b.csv");
            assertEquals(2, done.status(), done.err());
            assertTrue(done.err().contains("cannot be opened as"), done.err());
            assertFalse(Files.exists(desk.work().resolve("b.csv")));
            assertArrayEquals(rubbish, Files.readAllBytes(file));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "convert missing.prof b.csv",
                "convert a.csv b.prof",
                "convert a.json b.prof",
                "convert a.collapsed b.lprof",
                "convert a.collapsed b.xml",
                "convert a.collapsed"
            })
    void wrongUsageIsStatus2(String line) throws IOException {
        desk.write("a.csv", "kind\n");
        desk.write("a.json", "{}\n");
        desk.write("a.collapsed", "f 1\n");
        Done done = desk.pareto(line.split(" ", -1));
        assertEquals(2, done.status(), done.err());
        assertFalse(done.err().contains("Exception"), done.err());
    }

    @Test
    void aStandInLeavesNoFileOfTheTool() throws IOException {
        desk.write("work.py", WORK);
        Done done =
                desk.pareto(
                        "profile",
                        "work.py",
                        "--engine",
                        "line_profiler",
                        "-o",
                        "a.lprof",
                        "--quiet");
        assertEquals(3, done.status(), done.err());
        assertTrue(done.err().contains("pareto env create"), done.err());
    }

    @Test
    void thereIsNoEnvironmentAtFirst() throws IOException {
        assertEquals("None yet. pareto env create makes one.\n", done("env", "list").out());
        assertEquals(0, done("env", "list", "--json").json().path("environments").size());
    }

    private Done done(String... arguments) {
        Done done = desk.pareto(arguments);
        assertEquals(0, done.status(), done.err());
        return done;
    }
}
