package dev.pareto.ui.shortcuts;

import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How the sheet orders the actions.
enum ShortcutGroup {
    PROGRAM,
    GO,
    CODE,
    WINDOW;

    static ShortcutGroup of(Action action) {
        return switch (action) {
            case OPEN_FILE,
                    OPEN_FOLDER,
                    OPEN_PROFILE,
                    ENGINE_PACKAGES,
                    RUN,
                    PROFILE,
                    MEASURE,
                    NOISE,
                    CANCEL,
                    APPLY,
                    IMPROVE_ALL,
                    PIN,
                    DIFFERENCE ->
                    PROGRAM;
            case START, LEARN, CODE, INSIGHT, IMPROVE, COMPARE, SNIPPETS, BACK, FORWARD -> GO;
            case LARGER, SMALLER, NORMAL_SIZE, SHORTCUTS, PALETTE, CLOSE_WINDOW -> WINDOW;
            default -> CODE;
        };
    }

    /// Its actions, in the registry's order.
    List<Action> actions() {
        return Arrays.stream(Action.values()).filter(a -> of(a) == this).toList();
    }

    String title() {
        return Messages.text("shortcuts." + name().toLowerCase(Locale.ROOT));
    }
}
