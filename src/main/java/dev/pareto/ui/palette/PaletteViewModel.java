package dev.pareto.ui.palette;

import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The state of the command palette. JavaFX thread.
public final class PaletteViewModel {
    private final Actions actions;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();

    public PaletteViewModel(Actions actions) {
        this.actions = actions;
        filter.addListener((_, _, _) -> fill());
        fill();
    }

    /// To be called whenever the palette is opened: forgets the filter, and asks what is possible.
    public void open() {
        filter.set("");
        fill();
    }

    private void fill() {
        List<String> words =
                Stream.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                        .filter(w -> !w.isEmpty())
                        .toList();
        rows.setAll(
                Arrays.stream(Action.values())
                        .filter(a -> a != Action.PALETTE && matches(a, words))
                        .map(a -> new PaletteRow(a, actions.isPossible(a)))
                        .sorted(
                                Comparator.comparing((PaletteRow r) -> !r.possible())
                                        .thenComparing(r -> !startsWith(r, words)))
                        .toList());
    }

    /// Every word that was typed begins a word of the label.
    private static boolean matches(Action action, List<String> words) {
        String label = " " + action.label().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> label.contains(" " + word));
    }

    private static boolean startsWith(PaletteRow row, List<String> words) {
        return !words.isEmpty()
                && row.label().toLowerCase(Locale.ROOT).startsWith(words.getFirst());
    }

    /// Does what the row says, where that is possible.
    ///
    /// @return whether it was done
    boolean perform(PaletteRow row) {
        return actions.perform(row.action());
    }

    /// What was typed.
    StringProperty filterProperty() {
        return filter;
    }

    ObservableList<PaletteRow> rows() {
        return rows;
    }
}
