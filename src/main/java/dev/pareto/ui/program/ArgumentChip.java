package dev.pareto.ui.program;

import dev.pareto.program.Argument;
import dev.pareto.ui.fx.Messages;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import java.util.Locale;
import java.util.function.Consumer;

/// One argument: its value, and in front of it what it stands for. Pressing it opens a menu that
/// says what it is, or edits it.
final class ArgumentChip extends Button {
    private final ContextMenu menu = new ContextMenu();

    /// @param mark is given the role that was chosen; @param edit opens the text of all arguments
    ArgumentChip(Argument argument, Consumer<Argument.Role> mark, Runnable edit) {
        getStyleClass().add("argument-chip");
        setMinWidth(USE_PREF_SIZE);
        var value = new Label(argument.text().isEmpty() ? "''" : argument.text());
        value.getStyleClass().add("value");
        var content = new HBox(value);
        if (argument.role() != Argument.Role.PLAIN) {
            getStyleClass().add("marked");
            var role = new Label(word("short", argument.role()));
            role.getStyleClass().add("role");
            content.getChildren().addFirst(role);
        }
        setGraphic(content);
        String sentence =
                Messages.text(
                        "program.argument.is", argument.text(), word("long", argument.role()));
        setAccessibleText(sentence);
        setTooltip(new Tooltip(sentence));
        for (Argument.Role role : Argument.Role.values()) {
            var item = new RadioMenuItem(word("menu", role));
            item.setSelected(role == argument.role());
            item.setOnAction(_ -> mark.accept(role));
            menu.getItems().add(item);
        }
        var edited = new MenuItem(Messages.text("program.argument.edit"));
        edited.setOnAction(_ -> edit.run());
        menu.getItems().addAll(new SeparatorMenuItem(), edited);
        setContextMenu(menu);
        setOnAction(_ -> menu.show(this, Side.BOTTOM, 0, 4));
    }

    private static String word(String form, Argument.Role role) {
        return Messages.text(
                "program.argument." + form + "." + role.name().toLowerCase(Locale.ROOT));
    }
}
