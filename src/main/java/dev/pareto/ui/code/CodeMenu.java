package dev.pareto.ui.code;

import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Messages;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.fxmisc.richtext.CodeArea;

import java.util.function.Supplier;

/// The menu of the editor. It begins with the figures of the caret's line, so that they can be read
/// without a mouse.
final class CodeMenu {
    private CodeMenu() {}

    /// A menu for one editor.
    ///
    /// @param figures of the caret's line, in words; empty where there are none
    static ContextMenu of(
            CodeArea area, Actions actions, Supplier<String> figures, Runnable profile) {
        var told = new MenuItem();
        told.setMnemonicParsing(false);
        told.getStyleClass().add("figures-item");
        var below = new SeparatorMenuItem();
        var undo = item("code.menu.undo", area::undo);
        var redo = item("code.menu.redo", area::redo);
        var cut = item("code.menu.cut", area::cut);
        var copy = item("code.menu.copy", area::copy);
        var menu =
                new ContextMenu(
                        told,
                        below,
                        undo,
                        redo,
                        new SeparatorMenuItem(),
                        cut,
                        copy,
                        item("code.menu.paste", area::paste),
                        new SeparatorMenuItem(),
                        actions.menuItem(Action.COMMENT),
                        actions.menuItem(Action.FIND),
                        actions.menuItem(Action.REPLACE),
                        actions.menuItem(Action.GO_TO_LINE),
                        new SeparatorMenuItem(),
                        item("code.menu.profile", profile));
        menu.setOnShowing(
                _ -> {
                    told.setText(figures.get());
                    told.setVisible(!told.getText().isEmpty());
                    below.setVisible(told.isVisible());
                    boolean nothing = area.getSelection().getLength() == 0;
                    cut.setDisable(nothing);
                    copy.setDisable(nothing);
                    undo.setDisable(!area.isUndoAvailable());
                    redo.setDisable(!area.isRedoAvailable());
                });
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
