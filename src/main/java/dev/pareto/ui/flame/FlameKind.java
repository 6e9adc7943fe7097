package dev.pareto.ui.flame;

import dev.pareto.profile.CallNode;
import dev.pareto.ui.control.Ink;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;

/// What a frame's colour says.
enum FlameKind {
    OWN(Ink.OWN),
    LIBRARY(Ink.LIBRARY),
    BUILTIN(Ink.BUILTIN),
    WAITING(Ink.WAITING);

    private final Ink ink;

    FlameKind(Ink ink) {
        this.ink = ink;
    }

    Ink ink() {
        return ink;
    }

    static FlameKind of(FlameNode node) {
        return node.waits() ? WAITING : owner(node.frame().file().owner());
    }

    private static FlameKind owner(dev.pareto.profile.CodeFile.Owner owner) {
        return switch (owner) {
            case OWN -> OWN;
            case LIBRARY -> LIBRARY;
            case BUILTIN -> BUILTIN;
        };
    }

    /// The seconds of each kind in a tree: time on the processor by whose code ran, and waiting.
    static Map<FlameKind, Double> seconds(CallNode tree) {
        var sums = new EnumMap<FlameKind, Double>(FlameKind.class);
        var open = new ArrayDeque<CallNode>();
        open.push(tree);
        while (!open.isEmpty()) {
            CallNode node = open.pop();
            double waiting = node.self().waiting().seconds();
            double busy = node.self().wall().seconds() - waiting;
            sums.merge(WAITING, waiting, Double::sum);
            sums.merge(owner(node.frame().file().owner()), busy, Double::sum);
            node.children().forEach(open::push);
        }
        return sums;
    }
}
