package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.program.Variant;
import dev.pareto.program.Variant.Origin;
import dev.pareto.python.CopyOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class WithoutStepTest {
    private static final String PLAIN = "def f(x):\n    return x\n\n\ndef g(x):\n    return x\n";
    private static final String CACHED_F =
            """
            from functools import lru_cache


            @lru_cache
            def f(x):
                return x


            def g(x):
                return x
            """;
    private static final String CACHED_BOTH =
            """
            from functools import lru_cache


            @lru_cache
            def f(x):
                return x


            @lru_cache
            def g(x):
                return x
            """;

    @TempDir Path folder;
    private Desk desk;
    private Session session;
    private WithoutStep without;

    @BeforeEach
    void setUp() throws Exception {
        desk = Desk.in(folder);
        Path root = desk.folder().resolve("w");
        Path script = Desk.write(root.resolve("a.py"), PLAIN);
        Desk.write(root.resolve("b.py"), "x = 1\n");
        session = desk.open(script);
        var state = new State(session.snapshot(), session.limits(), CopyOptions.DEFAULT);
        without = new WithoutStep(new Sources(state, SourceFiles.read(root, Set.of()), Set.of()));
    }

    @AfterEach
    void tearDown() {
        session.close();
        desk.close();
    }

    private static Variant variant(String id, Map<String, String> changes) {
        return new Variant(id, id, "baseline", Origin.ADVICE, changes);
    }

    private Optional<Map<String, String>> changes(
            Map<String, String> after, Map<String, String> whole) throws Exception {
        return without.of(Variant.baseline(), variant("A", after), variant("B", whole))
                .map(Variant::changes);
    }

    @Test
    void theOtherStepsStayInEveryFile() throws Exception {
        assertEquals(
                Optional.of(Map.of("a.py", PLAIN, "b.py", "x = 2\n")),
                changes(Map.of("a.py", CACHED_F), Map.of("a.py", CACHED_F, "b.py", "x = 2\n")));
    }

    @Test
    void anImportThatALaterStepUsesStays() throws Exception {
        assertEquals(
                Optional.of(
                        Map.of(
                                "a.py",
                                """
                                from functools import lru_cache
                                def f(x):
                                    return x


                                @lru_cache
                                def g(x):
                                    return x
                                """)),
                changes(Map.of("a.py", CACHED_F), Map.of("a.py", CACHED_BOTH)));
    }

    @Test
    void aStepWhoseLinesChangedAgainCannotBeUndone() throws Exception {
        assertEquals(
                Optional.empty(), changes(Map.of("b.py", "x = 2\n"), Map.of("b.py", "x = 3\n")));
    }
}
