package dev.pareto.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.input.KeyCombination;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.HashMap;
import java.util.Map;

@ExtendWith(Fx.class)
class ActionTest {
    @Test
    void noKeyAsksForTwoActions() {
        Map<String, Action> taken = new HashMap<>();
        for (Action action : Action.values()) {
            for (KeyCombination key : action.keys()) {
                Action other = taken.put(key.getName(), action);
                assertEquals(null, other, key.getName() + " asks for " + action + " too");
            }
        }
    }

    @Test
    void everyActionHasATextAndAKeyToShow() {
        for (Action action : Action.values()) {
            assertFalse(action.label().isEmpty());
            assertFalse(action.keyText().isEmpty());
        }
    }

    @Test
    void doesNothingUntilItsDeedIsKnown() {
        var actions = new Actions();
        assertFalse(actions.perform(Action.RUN));
        int[] runs = {0};
        actions.set(Action.RUN, () -> runs[0]++);
        actions.perform(Action.RUN);
        assertEquals(1, runs[0]);
    }
}
