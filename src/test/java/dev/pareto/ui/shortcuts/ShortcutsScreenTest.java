package dev.pareto.ui.shortcuts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(Fx.class)
class ShortcutsScreenTest {
    @Test
    void showsEveryActionWithItsKey() throws InterruptedException, IOException {
        List<String> asked = new ArrayList<>();
        var sheet =
                Fx.get(
                        () ->
                                (Region)
                                        Views.load(
                                                new ShortcutsController(() -> asked.add("close"))));
        var stage = Fx.get(() -> Screens.show(new StackPane(sheet), 860, 660));
        Screens.shoot(stage, "shortcuts");
        var words = Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
        for (Action action : Action.values()) {
            assertTrue(words.contains(action.label()), action.label());
            assertTrue(words.contains(action.keyText()), action.keyText());
        }
        Fx.run(() -> ((Button) stage.getScene().lookup("#close")).fire());
        assertEquals(List.of("close"), asked);
        Fx.run(stage::close);
    }
}
