package dev.pareto.ui.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.quantity.Figures;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;

class FlameTreeTest {
    private static final FlameOptions PLAIN = new FlameOptions(false, false);

    @Test
    void mergesARecursionIntoOneFrame() {
        var tree = Trees.own("run", 0, 0, walk());
        assertEquals("walk 6.00 (walk 5.00 (walk 3.00 (len 1.00)))", words(tree, PLAIN));
        assertEquals("walk 6.00 (len 1.00)", words(tree, new FlameOptions(false, true)));
    }

    private static dev.pareto.profile.CallNode walk() {
        return Trees.own(
                "walk",
                6,
                1,
                Trees.own("walk", 6, 2, Trees.own("walk", 6, 2, Trees.builtin("len", 1))));
    }

    @Test
    void givesTheTimeOfHiddenLibrariesToTheirCallers() {
        var tree =
                Trees.own(
                        "run",
                        0,
                        0,
                        Trees.own(
                                "main",
                                1,
                                1,
                                Trees.library("map", 2, Trees.own("square", 4, 3)),
                                Trees.own("square", 4, 4)));
        var root = FlameNode.root(tree, new FlameOptions(true, false));
        FlameNode main = root.children().getFirst();
        assertEquals("main 10.0 (square 7.00)", words(tree, new FlameOptions(true, false)));
        assertEquals(3, main.self());
    }

    @Test
    void setsTwoTreesAgainstEachOtherThoughLinesMoved() {
        var before =
                Trees.own(
                        "run",
                        0,
                        0,
                        Trees.own("find", 10, 4, Trees.builtin("in", 1)),
                        Trees.own("old", 30, 0.5));
        var after =
                Trees.own(
                        "run",
                        0,
                        0,
                        Trees.own("find", 12, 0.5, Trees.builtin("add", 0.5)),
                        Trees.own("same", 40, 0.001));
        FlameNode root = FlameNode.compared(before, after, PLAIN);
        assertEquals(
                List.of("find 5.0→1.0 -80.0 %", "old 0.5→0.0 gone", "same 0.0→0.001 new"),
                changes(root));
        assertEquals(
                List.of("in 1.0→0.0 gone", "add 0.0→0.5 new"), changes(root.children().getFirst()));
        assertEquals(4, root.children().getFirst().beforeSelf());
        // Callees that have more together than their caller are narrower, so that they fit.
        var layout = FlameLayout.of(root, 1000);
        var find = layout.row(1).getFirst();
        double below = layout.row(2).stream().mapToDouble(FlameLayout.Box::width).sum();
        assertTrue(below <= find.width() + 1e-9, below + " in " + find.width());
    }

    private static List<String> changes(FlameNode node) {
        return node.children().stream()
                .map(
                        n ->
                                "%s %s→%s %s"
                                        .formatted(
                                                n.frame().function(),
                                                n.before(),
                                                n.total(),
                                                n.changeWords()))
                .toList();
    }

    @Test
    void saysThatAFrameWaitsOnlyWhereItDoesSoItself() {
        var tree = Trees.own("run", 0, 0, Trees.own("main", 1, 0.1, Trees.waiting("sleep", 5)));
        var main = FlameNode.root(tree, PLAIN).children().getFirst();
        assertEquals(FlameKind.OWN, FlameKind.of(main));
        assertEquals(FlameKind.WAITING, FlameKind.of(main.children().getFirst()));
        assertEquals(5.0, FlameKind.seconds(tree).get(FlameKind.WAITING));
    }

    @Test
    void laysTheZoomedFrameAsWideAsItsCallers() {
        var root = FlameNode.root(Trees.report(), PLAIN);
        FlameNode main = root.children().getFirst().children().getFirst();
        FlameNode load = main.children().getFirst();
        var layout = FlameLayout.of(load, 1000);
        assertEquals(1000, layout.box(main).orElseThrow().width());
        assertEquals(1000, layout.box(load).orElseThrow().width());
        assertEquals(
                List.of("parse_line", "DictReader.__next__"),
                layout.row(load.depth() + 1).stream()
                        .map(b -> b.node().frame().function())
                        .toList());
        assertEquals(load, layout.at(load.depth(), 999).orElseThrow().node());
        assertTrue(layout.at(load.depth() + 1, 999).isEmpty());
        assertEquals(
                "DictReader.__next__",
                layout.beside(load.children().getFirst(), 1).orElseThrow().frame().function());
        assertTrue(layout.beside(load, 1).isEmpty());
        assertEquals(load.children().getFirst(), layout.deeper(load).orElseThrow());
    }

    @Test
    void countsNestedMatchesOnce() {
        FlameSearch found = FlameSearch.of(Trees.report(), " PARSE");
        assertEquals(4, found.functions());
        assertEquals("0.682 s", Figures.time(found.seconds()));
        assertEquals(FlameSearch.NONE, FlameSearch.of(Trees.report(), " "));
    }

    @Test
    void drawsAMillionFramesByLookingOnlyAtThoseThatCanBeSeen() {
        var tree = Trees.million();
        var root = FlameNode.root(tree, new FlameOptions(false, true));
        double before = cpuSeconds();
        var layout = FlameLayout.of(root, 1000);
        double layoutSeconds = cpuSeconds() - before;
        assertTrue(layout.size() < 3 * 2000, () -> layout.size() + " boxes");
        assertTrue(layoutSeconds < 1, () -> layoutSeconds + " s of CPU to lay out");
        before = cpuSeconds();
        assertEquals(11, FlameSearch.of(tree, "leaf9").functions());
        double searchSeconds = cpuSeconds() - before;
        assertTrue(searchSeconds < 1, () -> searchSeconds + " s of CPU to search 1,010,100 nodes");
    }

    /// Of this thread: what others do on the machine does not count.
    static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static String words(dev.pareto.profile.CallNode tree, FlameOptions options) {
        return below(FlameNode.root(tree, options));
    }

    private static String below(FlameNode node) {
        return node.children().stream()
                .map(
                        n ->
                                n.frame().function()
                                        + " "
                                        + Figures.three(n.total())
                                        + (n.children().isEmpty() ? "" : " (" + below(n) + ")"))
                .collect(Collectors.joining(", "));
    }
}
