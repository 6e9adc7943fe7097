package dev.pareto.ui.output;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/// A row of the output; a click on one that leads into the code goes there.
final class OutputCell extends ListCell<OutputLine> {
    private static final PseudoClass LINK = PseudoClass.getPseudoClass("link");

    OutputCell(Consumer<OutputLine> follow) {
        setOnMouseClicked(
                _ -> {
                    if (getItem() != null) {
                        follow.accept(getItem());
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable OutputLine row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? null : row.text().replace("\t", "    "));
        for (OutputLine.Kind kind : OutputLine.Kind.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)),
                    row != null && !empty && row.kind() == kind);
        }
        pseudoClassStateChanged(LINK, row != null && !empty && row.place() != null);
    }
}
