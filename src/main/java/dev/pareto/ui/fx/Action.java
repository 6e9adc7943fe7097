package dev.pareto.ui.fx;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Everything that can be asked of the window by a key. Menus, shortcuts, tooltips and the sheet of
/// shortcuts come from this list alone; its texts are `action.NAME` in the messages.
public enum Action {
    OPEN_FILE("Shortcut+O"),
    OPEN_FOLDER("Shortcut+Shift+O"),
    OPEN_PROFILE("Shortcut+Alt+O"),
    START("Shortcut+Alt+0"),
    LEARN("Shortcut+1"),
    CODE("Shortcut+2"),
    INSIGHT("Shortcut+3"),
    IMPROVE("Shortcut+4"),
    COMPARE("Shortcut+5"),
    SNIPPETS("Shortcut+6"),
    RUN("F5"),
    PROFILE("F6"),
    MEASURE("F7"),
    NOISE("Shortcut+Alt+M"),
    ENGINE_PACKAGES("Shortcut+Alt+I"),
    CANCEL("Shortcut+Period"),
    NEXT_HOTSPOT("F8"),
    PREVIOUS_HOTSPOT("Shift+F8"),
    APPLY("Shortcut+Enter"),
    IMPROVE_ALL("Shortcut+Shift+Enter"),
    PIN("Shortcut+B"),
    DIFFERENCE("Shortcut+D"),
    FIND("Shortcut+F"),
    REPLACE("Shortcut+H"),
    NEXT_MATCH("F3"),
    PREVIOUS_MATCH("Shift+F3"),
    GO_TO_LINE("Shortcut+G"),
    COMMENT("Shortcut+Slash"),
    CLOSE_TAB("Shortcut+W"),
    NEXT_TAB("Shortcut+Page Down"),
    PREVIOUS_TAB("Shortcut+Page Up"),
    BACK("Alt+Left"),
    FORWARD("Alt+Right"),
    LARGER("Shortcut+Plus", "Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Add"),
    SMALLER("Shortcut+Minus", "Shortcut+Subtract"),
    NORMAL_SIZE("Shortcut+0", "Shortcut+Numpad 0"),
    SHORTCUTS("F1"),
    PALETTE("Shortcut+Shift+P"),
    CLOSE_WINDOW("Shortcut+Q");

    // The list is unmodifiable, and key combinations do not change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<KeyCombination> keys;

    Action(String... keys) {
        this.keys = Stream.of(keys).map(KeyCombination::valueOf).toList();
    }

    /// All keys that ask for it; the first is the one that is shown.
    public List<KeyCombination> keys() {
        return keys;
    }

    boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }

    /// For people: "Measure".
    public String label() {
        return Messages.text("action." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// For people: "F7", "Ctrl+.".
    public String keyText() {
        return keys.getFirst().getDisplayText().replace("Period", ".").replace("Slash", "/");
    }
}
