package dev.pareto.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.CodeFile.Owner;
import dev.pareto.profile.ContainerSeen;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Frame;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.profile.ThreadCost;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.OptionalLong;

class ParetoJsonTest {
    private static final CodeFile OWN = new CodeFile("a/app.py", Owner.OWN);
    private static final CodeFile LIBRARY =
            new CodeFile("/usr/lib/python3.13/json.py", Owner.LIBRARY);
    private static final CodeFile BUILTIN = new CodeFile("~", Owner.BUILTIN);

    private static Cost cost(double seconds, long samples) {
        return new Cost(
                new WallTime(seconds),
                new CpuTime(seconds / 2),
                new WallTime(seconds / 4),
                new WallTime(seconds / 8),
                samples);
    }

    private static Profile profile(CallNode tree) {
        return new Profile(
                EngineKind.OUTSIDE,
                new WallTime(3.5),
                new CpuTime(2.25),
                new WallTime(0.5),
                new WallTime(0.25),
                3250,
                7,
                List.of(
                        new FunctionCost(
                                "f<'\"\u00e9",
                                OWN,
                                3,
                                cost(1, 1000),
                                cost(2, 2000),
                                OptionalLong.of(12),
                                OptionalLong.of(4)),
                        new FunctionCost(
                                "len",
                                BUILTIN,
                                0,
                                cost(0, 0),
                                cost(0.1, 1),
                                OptionalLong.empty(),
                                OptionalLong.empty())),
                List.of(
                        new LineCost(
                                OWN,
                                5,
                                cost(1.5, 1500),
                                cost(2, 2000),
                                new Bytes(40_000_000),
                                new Bytes(1),
                                OptionalLong.of(99))),
                tree,
                new MemoryTimeline(
                        new Bytes(50_000_000),
                        List.of(
                                new MemoryTimeline.Point(new WallTime(0.1), new Bytes(9)),
                                new MemoryTimeline.Point(new WallTime(0.2), new Bytes(8)))),
                List.of(new ThreadCost(1, 2, cost(3, 3000), new WallTime(0.125))),
                List.of(new ContainerSeen(OWN, 5, "f", "items", "list", 900, 12.5, 40)),
                new CpuTime(0.03125),
                false,
                List.of("A note."));
    }

    private static CallNode tree() {
        var leaf =
                new CallNode(
                        new Frame("loads", LIBRARY, 299, 301),
                        cost(0.5, 500),
                        cost(0.5, 500),
                        List.of());
        var f =
                new CallNode(
                        new Frame("f", OWN, 3, 5), cost(1.5, 1500), cost(2, 2000), List.of(leaf));
        var g = new CallNode(new Frame("g", OWN, 9, 10), cost(0.25, 1), cost(0.25, 1), List.of());
        return new CallNode(
                new Frame("app.py", OWN, 0, 0), Cost.ZERO, cost(2.25, 2001), List.of(f, g));
    }

    private static String text(Profile profile) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(ParetoJsonWriter.write(profile));
    }

    @Test
    void allOfAProfileComesBack() throws Exception {
        assertEquals(profile(tree()), JsonProfiles.read(text(profile(tree()))));
    }

    @Test
    void treesMayBeDeep() throws Exception {
        CallNode node = new CallNode(new Frame("g", OWN, 1, 2), cost(1, 1), cost(1, 1), List.of());
        for (int i = 0; i < 20_000; i++) {
            node = new CallNode(new Frame("g", OWN, 1, 2), Cost.ZERO, cost(1, 1), List.of(node));
        }
        int depth = 0;
        CallNode back = JsonProfiles.read(text(profile(node))).tree();
        while (!back.children().isEmpty()) {
            back = back.children().getFirst();
            depth++;
        }
        assertEquals(20_000, depth);
        assertEquals(cost(1, 1), back.self());
    }

    /// As `--json` printed them before all was written.
    @Test
    void filesOfEarlierVersionsAreRead() throws Exception {
        Profile profile =
                JsonProfiles.read(
                        """
                        {"schema": "pareto.profile/1", "engine": "cprofile", "overhead": null, "wall_s": 2.0,
                         "functions": [{"name": "f", "file": "a.py", "line": 1, "own": true, "self_s": 1.0, "total_s": 2.0, "calls": 3}],
                         "lines": [{"file": "a.py", "line": 2, "self_s": 1.0, "total_s": 1.0, "cpu_s": 0.5, "wait_s": 0.5, "rss_up": 4, "rss_down": 0}],
                         "stacks": {"name": "a.py", "file": "", "line": 0, "self_s": 0, "total_s": 2.0, "children": []},
                         "memory": {"peak": 7, "timeline": [[0.5, 6]]}, "output": {"exit": 0}}
                        """);
        assertEquals(EngineKind.CPROFILE, profile.engine());
        assertEquals(OptionalLong.of(3), profile.functions().getFirst().calls());
        assertEquals(new CodeFile("a.py", Owner.OWN), profile.lines().getFirst().file());
        assertEquals(new CpuTime(0.5), profile.lines().getFirst().self().cpu());
        assertEquals(new WallTime(2), profile.tree().total().wall());
        assertEquals(1, profile.memory().points().size());
    }

    @Test
    void aNodesChildrenMayComeBeforeItsFigures() throws Exception {
        CallNode tree =
                JsonProfiles.read(
                                """
                                {"engine": "outside", "stacks": {"children": [
                                   {"children": [], "total_s": 1, "self_s": 1, "name": "g", "own": false, "file": "~"}],
                                  "more": {"children": [1]}, "total_s": 3, "wait_s": 0.5, "self_s": 2, "line": 4,
                                  "name": "f", "file": "a.py"},
                                 "schema": "pareto.profile/1"}
                                """)
                        .tree();
        Cost one = new Cost(new WallTime(1), CpuTime.ZERO, WallTime.ZERO, WallTime.ZERO, 0);
        Cost self = new Cost(new WallTime(2), CpuTime.ZERO, new WallTime(0.5), WallTime.ZERO, 0);
        Cost all = new Cost(new WallTime(3), CpuTime.ZERO, WallTime.ZERO, WallTime.ZERO, 0);
        var g = new CallNode(new Frame("g", BUILTIN, 0, 0), one, one, List.of());
        assertEquals(
                new CallNode(
                        new Frame("f", new CodeFile("a.py", Owner.OWN), 0, 4),
                        self,
                        all,
                        List.of(g)),
                tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | The figure self_s is missing.",
                "1 | The figure self_s is missing.",
                "{'self_s': 1, 'children': [], 'total_s': 'x'} | The figure total_s is missing.",
                "{'self_s': 1} | The figure total_s is missing.",
                "{'self_s': 1, 'total_s': -2.5} | The figure total_s is none: -2.5.",
                "{'self_s': 1, 'total_s': 1, 'wait_s': [2]} | The figure wait_s is none: [2].",
                "{'self_s': 1, 'total_s': 1, 'children': [7]} | The figure self_s is missing.",
                "{'self_s': 1, 'total_s': 1, 'children': [ | It is no JSON: Unexpected"
            })
    void saysWhatIsWrongWithATree(String tree, String words) {
        String text =
                "{\"schema\": \"pareto.profile/1\", \"engine\": \"outside\", \"stacks\": %s}"
                        .formatted(tree.replace('\'', '"'));
        var problem = assertThrows(ExchangeException.class, () -> JsonProfiles.read(text));
        assertTrue(String.valueOf(problem.getMessage()).startsWith(words), problem::getMessage);
    }

    @Test
    void speedscopesFilesAreReadUnderThePlainEndingToo() throws Exception {
        Profile collapsed = CollapsedStacks.read("f (a.py:1);g (a.py:7) 100\n");
        Profile back = JsonProfiles.read(SpeedscopeWriter.write(collapsed, "a.py"));
        assertEquals(CollapsedStacks.write(collapsed), CollapsedStacks.write(back));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "{\"schema\": \"pareto.profile/2\"}",
                "{\"schema\": \"pareto.profile/1\"}",
                "{\"schema\": \"pareto.profile/1\", \"engine\": \"magic\"}",
                "{\"schema\": \"pareto.profile/1\", \"engine\": \"outside\", \"wall_s\": -1}",
                "{\"schema\": \"pareto.profile/1\", \"engine\": \"outside\", \"wall_s\": \"1\"}",
                "{\"schema\": \"pareto.profile/1\", \"engine\": \"outside\", \"stacks\": {\"name\": 1}}",
                "{\"schema\": \"pareto.trial/1\"}"
            })
    void saysWhatIsWrongWithAFile(String text) {
        assertThrows(ExchangeException.class, () -> JsonProfiles.read(text));
    }
}
