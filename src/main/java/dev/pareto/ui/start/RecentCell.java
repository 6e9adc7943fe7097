package dev.pareto.ui.start;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.VerdictChip;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.RecentProgram;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/// One recent program: a double click or Enter opens it.
final class RecentCell extends ListCell<RecentRow> {
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label place = new Label();
    private final VerdictChip chip = new VerdictChip();
    private final Label day = new Label();
    private final HBox row;

    RecentCell(Consumer<RecentProgram> open) {
        name.getStyleClass().add("recent-name");
        name.setMinWidth(120);
        name.setPrefWidth(200);
        place.getStyleClass().add("muted");
        day.getStyleClass().add("muted");
        day.setMinWidth(110);
        day.setAlignment(Pos.CENTER_RIGHT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(12, icon, name, place, gap, chip, day);
        row.setAlignment(Pos.CENTER_LEFT);
        setOnMouseClicked(
                _ -> {
                    if (getItem() != null) {
                        open.accept(getItem().program());
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable RecentRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(empty || item == null ? null : row);
        if (!empty && item != null) {
            fill(item);
        }
    }

    private void fill(RecentRow item) {
        RecentProgram program = item.program();
        icon.setIconLiteral(program.lesson() == null ? "oct-file-code-16" : "oct-mortar-board-16");
        name.setText(program.label());
        place.setText(item.place());
        day.setText(item.day());
        @Nullable VerdictState state = state(program.verdict());
        chip.setVisible(state != null);
        if (state != null) {
            chip.show(state, words(program, state));
        }
    }

    private static @Nullable VerdictState state(@Nullable String verdict) {
        return Arrays.stream(VerdictState.values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(verdict))
                .findFirst()
                .orElse(null);
    }

    private static String words(RecentProgram program, VerdictState state) {
        Double ratio = program.ratio();
        boolean claims = state == VerdictState.FASTER || state == VerdictState.SLOWER;
        String word = Messages.text("verdict." + state.words().replace(' ', '-'));
        return claims && ratio != null ? Figures.ratio(ratio) + " " + word : word;
    }
}
