package dev.pareto.ui.variants;

import dev.pareto.program.Variant;
import dev.pareto.ui.control.ForestMark;
import dev.pareto.ui.control.ForestPlot;
import dev.pareto.ui.control.InputWords;
import dev.pareto.ui.control.LogAxis;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Snapshot;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The state of the variants table. JavaFX thread.
public final class VariantsViewModel {
    private final ObservableList<VariantRow> rows = FXCollections.observableArrayList();
    private final ObservableList<VariantRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<LogAxis> axis = new ReadOnlyObjectWrapper<>(LogAxis.RATIOS);
    private final StringProperty selected = new SimpleStringProperty(Variant.BASELINE_ID);

    private @Nullable Snapshot snapshot;
    private String pinned = Variant.BASELINE_ID;
    private VariantRows.@Nullable Running running;

    /// Shows a state of the program; `pinnedVariant` is what the others are compared with.
    public void show(Snapshot state, String pinnedVariant) {
        snapshot = state;
        pinned = pinnedVariant;
        update();
    }

    /// A trial of the variant is under way; the text says how far, as in "pair 9 of 11".
    public void measuring(String variant, String progress) {
        running = new VariantRows.Running(variant, progress);
        update();
    }

    /// No trial is under way any more.
    public void measured() {
        running = null;
        update();
    }

    private void update() {
        if (snapshot == null) {
            return;
        }
        List<VariantRow> fresh = new VariantRows(snapshot, pinned, running).all();
        axis.set(ForestPlot.axisFor(marks(fresh)));
        if (!fresh.equals(rows)) {
            rows.setAll(fresh);
        }
        count.set(Integer.toString(snapshot.variants().size()));
        subtitle.set(
                Messages.text(
                        "variants.subtitle",
                        snapshot.variant(pinned).orElse(snapshot.baseline()).name(),
                        InputWords.of(snapshot.input())));
        if (entry(selected.get()).isEmpty()) {
            selected.set(pinned);
        }
    }

    private static List<ForestMark> marks(List<VariantRow> rows) {
        return rows.stream()
                .filter(VariantRow.Entry.class::isInstance)
                .map(r -> ((VariantRow.Entry) r).mark())
                .filter(Objects::nonNull)
                .toList();
    }

    /// The row of a variant; empty where there is none.
    public Optional<VariantRow.Entry> entry(String variant) {
        return rows.stream()
                .filter(r -> r instanceof VariantRow.Entry e && e.id().equals(variant))
                .map(VariantRow.Entry.class::cast)
                .findFirst();
    }

    public String pinned() {
        return pinned;
    }

    public ObservableList<VariantRow> rows() {
        return shown;
    }

    public ReadOnlyObjectProperty<LogAxis> axisProperty() {
        return axis.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /// The id of the selected variant.
    public StringProperty selectedProperty() {
        return selected;
    }
}
