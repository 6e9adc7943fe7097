package dev.pareto.ui.memory;

import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Share;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/// The state of the memory view. JavaFX thread.
public final class MemoryViewModel {
    private final ObservableList<MemoryRow> rows = FXCollections.observableArrayList();
    private final ObservableList<MemoryRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<@Nullable MemoryRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<@Nullable MemoryTimeline> timeline =
            new ReadOnlyObjectWrapper<>();

    enum State {
        /// There is no profile.
        NONE,
        /// The engine did not look at memory.
        NOT_WATCHED,
        SHOWN
    }

    /// Shows a profile; null where there is none.
    ///
    /// @param code the text of a line of a file, by path and number; empty where it is not known
    public void show(@Nullable Profile profile, BiFunction<String, Integer, String> code) {
        selected.set(null);
        MemoryTimeline memory = profile == null ? null : profile.memory();
        boolean watched = memory != null && !memory.points().isEmpty();
        rows.setAll(profile == null ? List.of() : rows(profile, code));
        timeline.set(watched ? memory : null);
        state.set(profile == null ? State.NONE : watched ? State.SHOWN : State.NOT_WATCHED);
    }

    private static List<MemoryRow> rows(Profile profile, BiFunction<String, Integer, String> code) {
        double all =
                profile.lines().stream().mapToLong(MemoryRow::net).filter(net -> net > 0).sum();
        return profile.lines().stream()
                .filter(l -> l.rssUp().count() > 0 || l.rssDown().count() > 0)
                .sorted(Comparator.comparingLong(MemoryRow::net).reversed())
                .map(l -> row(l, all, code))
                .toList();
    }

    private static MemoryRow row(
            LineCost line, double all, BiFunction<String, Integer, String> code) {
        String path = line.file().path();
        return new MemoryRow(
                line,
                path + ":" + line.line(),
                code.apply(path, line.line()).strip(),
                Share.of((double) Math.max(0, MemoryRow.net(line)), all));
    }

    /// Selects a line, where it is in the table.
    public void select(String path, int line) {
        rows.stream()
                .filter(r -> r.cost().file().path().equals(path) && r.cost().line() == line)
                .findFirst()
                .ifPresent(selected::set);
    }

    /// "Peak 182 MB at 1.16 s".
    static String peakWords(MemoryTimeline of) {
        MemoryPeak peak = MemoryPeak.of(of);
        return peak.at() == null
                ? Messages.text("memory.peak-between", peak.bytes())
                : Messages.text("memory.peak-at", peak.bytes(), peak.at());
    }

    ObservableList<MemoryRow> rows() {
        return shown;
    }

    ObjectProperty<@Nullable MemoryRow> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable MemoryTimeline> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }
}
