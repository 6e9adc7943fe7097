package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pareto.program.Variant;
import dev.pareto.program.Variant.Origin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class VariantsTest {
    @TempDir Path folder;
    private Desk desk;
    private Path script;
    private Session session;

    @BeforeEach
    void setUp() throws Exception {
        desk = Desk.in(folder);
        script = Desk.write(desk.folder().resolve("w/a.py"), "print(1)\n");
        Desk.write(desk.folder().resolve("w/b.py"), "x = 1\n");
        session = desk.open(script);
    }

    @AfterEach
    void tearDown() {
        session.close();
        desk.close();
    }

    @Test
    void anEditOfTheBaselineIsANewVariantAndGoesOnThere() throws Exception {
        Variant first = session.edit("baseline", "a.py", "print(2)\n");
        assertEquals(
                new Variant(
                        "A",
                        "edit of baseline",
                        "baseline",
                        Origin.EDIT,
                        Map.of("a.py", "print(2)\n")),
                first);
        Variant second = session.edit("A", "b.py", "x = 2\n");
        assertEquals("A", second.id());
        assertEquals(Map.of("a.py", "print(2)\n", "b.py", "x = 2\n"), second.changes());
        assertEquals(List.of(Variant.baseline(), second), session.snapshot().variants());
        assertEquals("print(1)\n", session.text("baseline", "a.py").text());
        assertEquals("print(1)\n", Files.readString(script));
    }

    @Test
    void anEditBackToTheOriginalIsNoChange() throws Exception {
        session.edit("baseline", "a.py", "print(2)\n");
        assertEquals(Map.of(), session.edit("A", "a.py", "print(1)\n").changes());
    }

    @Test
    void variantsAreRememberedAndLettersNeverGivenTwice() throws Exception {
        session.edit("baseline", "a.py", "print(2)\n");
        session.branch("A");
        session.rename("B", "mine");
        session.remove("A");
        session.pin("B");
        session.close();
        session = desk.open(script);
        assertEquals(
                List.of("baseline", "mine"),
                session.snapshot().variants().stream().map(Variant::name).toList());
        assertEquals("B", session.snapshot().pinned());
        assertEquals("C", session.branch("B").id());
    }

    @Test
    void aRemovedVariantComesBackToItsPlace() throws Exception {
        session.branch("baseline");
        session.branch("baseline");
        session.branch("baseline");
        session.pin("B");
        session.remove("B");
        assertEquals(List.of("baseline", "A", "C"), ids());
        assertEquals("baseline", session.snapshot().pinned());
        session.restore("B");
        assertEquals(List.of("baseline", "A", "B", "C"), ids());
        assertThrows(IllegalArgumentException.class, () -> session.remove("baseline"));
    }

    @Test
    void listenersAreToldOfEachChange() throws Exception {
        List<Integer> seen = new ArrayList<>();
        try (var _ = session.listen(snapshot -> seen.add(snapshot.variants().size()))) {
            session.branch("baseline");
            session.branch("baseline");
        }
        session.branch("baseline");
        assertEquals(List.of(2, 3), seen);
    }

    @Test
    void pathsOutsideOfTheRootAreRefused() {
        for (String path : List.of("../x.py", "/x.py", "x.txt", "a/../../x.py")) {
            assertThrows(
                    IllegalArgumentException.class, () -> session.edit("baseline", path, ""), path);
        }
    }

    @Test
    void aDifferenceNamesTheFilesThatDiffer() throws Exception {
        session.edit("baseline", "a.py", "print(2)\n");
        Difference difference = session.difference("baseline", "A");
        assertEquals(List.of("a.py"), difference.paths());
        assertEquals(
                """
                --- a/a.py
                +++ b/a.py
                @@ -1,1 +1,1 @@
                -print(1)
                +print(2)
                """,
                difference.unified());
        assertEquals(1, difference.rows("a.py").size());
    }

    @Test
    void exportsElsewhere() throws Exception {
        session.edit("baseline", "a.py", "print(2)\n");
        Path file = session.exportFile("A", desk.folder().resolve("out/fast.py"));
        assertEquals("print(2)\n", Files.readString(file));
        session.edit("A", "b.py", "x = 2\n");
        session.export("A", desk.folder().resolve("all"));
        assertEquals("x = 2\n", Files.readString(desk.folder().resolve("all/b.py")));
        assertThrows(
                ProblemException.class,
                () -> session.exportFile("A", desk.folder().resolve("one.py")));
    }

    @Test
    void keepsAVariantAndTakesItBack() throws Exception {
        session.edit("baseline", "a.py", "print(2)\n");
        session.branch("baseline");
        assertEquals(List.of(script), session.keep("A"));
        assertEquals("print(2)\n", Files.readString(script));
        assertEquals("print(1)\n", session.text("baseline", "a.py").text());
        session.keep("baseline");
        assertEquals("print(1)\n", Files.readString(script));
    }

    @Test
    void afterKeepingTheOtherVariantsMeanWhatTheyMeant() throws Exception {
        session.edit("baseline", "a.py", "print(2)\n");
        session.edit(session.branch("baseline").id(), "b.py", "x = 3\n");
        session.keep("A");
        session.close();
        session = desk.open(script);
        assertEquals("print(2)\n", session.text("baseline", "a.py").text());
        assertEquals(Map.of(), session.snapshot().variant("A").orElseThrow().changes());
        assertEquals(
                Map.of("a.py", "print(1)\n", "b.py", "x = 3\n"),
                session.snapshot().variant("B").orElseThrow().changes());
    }

    @Test
    void keepingNeverOverwritesWhatSomebodyElseWrote() throws Exception {
        session.edit("baseline", "a.py", "print(2)\n");
        Files.writeString(script, "print(7)\n");
        assertThrows(ProblemException.class, () -> session.keep("A"));
        assertEquals("print(7)\n", Files.readString(script));
    }

    private List<String> ids() {
        return session.snapshot().variants().stream().map(Variant::id).toList();
    }
}
