package dev.pareto.ui.code;

import dev.pareto.program.Variant;
import dev.pareto.ui.control.Badge;

import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import java.util.function.Consumer;

/// The button that says which variant is shown, and the menu of the others.
final class VariantChooser {
    private final CodeViewModel model;
    private final MenuButton button;
    private final Consumer<String> choose;

    /// @param choose is given the id of what was chosen
    VariantChooser(CodeViewModel model, MenuButton button, Consumer<String> choose) {
        this.model = model;
        this.button = button;
        this.choose = choose;
        model.variants().addListener((ListChangeListener<Variant>) _ -> fill());
        model.variantProperty().subscribe(_ -> fill());
    }

    private void fill() {
        String shown = model.variantProperty().get();
        button.getItems().setAll(model.variants().stream().map(this::item).toList());
        button.setDisable(model.variants().isEmpty());
        model.variants().stream()
                .filter(v -> v.id().equals(shown))
                .findFirst()
                .ifPresent(
                        v -> {
                            button.setText(v.name());
                            button.setGraphic(badge(v));
                        });
    }

    private MenuItem item(Variant variant) {
        var item = new MenuItem(variant.name(), badge(variant));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> choose.accept(variant.id()));
        return item;
    }

    private static Badge badge(Variant variant) {
        return new Badge(variant.isBaseline() ? "" : variant.id());
    }
}
