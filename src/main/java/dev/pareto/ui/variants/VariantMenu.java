package dev.pareto.ui.variants;

import dev.pareto.ui.fx.Messages;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.function.Consumer;

/// What can be done with a variant.
final class VariantMenu {
    private VariantMenu() {}

    static ContextMenu of(VariantRow.Entry row, VariantActions actions) {
        String id = row.id();
        var menu = new ContextMenu();
        if (!row.reference()) {
            menu.getItems()
                    .addAll(
                            item("variants.menu.measure", actions.measure(), id),
                            item("variants.menu.compare", actions.compare(), id),
                            item("variants.menu.pin", actions.pin(), id));
        }
        menu.getItems().add(item("variants.menu.branch", actions.branch(), id));
        if (!row.reference()) {
            menu.getItems()
                    .addAll(
                            new SeparatorMenuItem(),
                            item("variants.menu.remove", actions.remove(), id));
        }
        return menu;
    }

    private static MenuItem item(String key, Consumer<String> action, String id) {
        var item = new MenuItem(Messages.text(key));
        item.setOnAction(_ -> action.accept(id));
        return item;
    }
}
