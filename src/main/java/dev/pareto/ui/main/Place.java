package dev.pareto.ui.main;

import dev.pareto.ui.fx.Action;

/// Where one can be in the window: the start page, and the places of the rail.
enum Place {
    START(Action.START, "oct-home-24"),
    LEARN(Action.LEARN, "oct-mortar-board-24"),
    CODE(Action.CODE, "oct-code-24"),
    INSIGHT(Action.INSIGHT, "oct-flame-24"),
    IMPROVE(Action.IMPROVE, "oct-light-bulb-24"),
    COMPARE(Action.COMPARE, "oct-git-compare-24"),
    SNIPPETS(Action.SNIPPETS, "oct-stopwatch-24");

    private final Action action;
    private final String icon;

    Place(Action action, String icon) {
        this.action = action;
        this.icon = icon;
    }

    /// What goes there.
    Action action() {
        return action;
    }

    String icon() {
        return icon;
    }

    /// Whether it shows a program, so that one must be open.
    boolean needsProgram() {
        return this != START && this != LEARN && this != SNIPPETS;
    }
}
