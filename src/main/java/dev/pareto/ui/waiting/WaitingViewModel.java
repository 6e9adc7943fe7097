package dev.pareto.ui.waiting;

import dev.pareto.profile.Bound;
import dev.pareto.profile.Cost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Share;

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

/// The state of the view of waiting. JavaFX thread.
public final class WaitingViewModel {
    private final ObservableList<WaitingRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ThreadRow> threads = FXCollections.observableArrayList();
    private final ObservableList<String> notes = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable WaitingRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<@Nullable BoundSentence> sentence =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Cost> split = new ReadOnlyObjectWrapper<>(Cost.ZERO);

    enum State {
        /// There is no profile.
        NONE,
        /// The engine did not tell waiting from working.
        NOT_WATCHED,
        SHOWN
    }

    /// Shows a profile; null where there is none.
    ///
    /// @param code the text of a line of a file, by path and number; empty where it is not known
    public void show(@Nullable Profile profile, BiFunction<String, Integer, String> code) {
        selected.set(null);
        Bound bound = profile == null ? null : profile.bound().orElse(null);
        if (profile == null || bound == null) {
            rows.clear();
            threads.clear();
            notes.clear();
            sentence.set(null);
            split.set(Cost.ZERO);
            state.set(profile == null ? State.NONE : State.NOT_WATCHED);
            return;
        }
        rows.setAll(rows(profile, code));
        threads.setAll(profile.threads().stream().map(ThreadRow::of).toList());
        // What is to be known of the whole profile stands above all views of it.
        notes.setAll(profile.notes().stream().filter(n -> n.contains("page faults")).toList());
        sentence.set(BoundSentence.of(bound, profile));
        split.set(
                profile.threads().isEmpty()
                        ? profile.tree().total()
                        : profile.threads().stream()
                                .map(thread -> thread.cost())
                                .reduce(Cost.ZERO, Cost::plus));
        state.set(State.SHOWN);
    }

    private static List<WaitingRow> rows(
            Profile profile, BiFunction<String, Integer, String> code) {
        double all = profile.lines().stream().mapToDouble(WaitingViewModel::waiting).sum();
        return profile.lines().stream()
                .filter(line -> line.self().wall().seconds() > 0)
                .sorted(Comparator.comparingDouble(WaitingViewModel::waiting).reversed())
                .map(
                        line -> {
                            String path = line.file().path();
                            return new WaitingRow(
                                    line,
                                    path + ":" + line.line(),
                                    code.apply(path, line.line()).strip(),
                                    Share.of(waiting(line), all));
                        })
                .toList();
    }

    private static double waiting(LineCost line) {
        return line.self().waiting().seconds();
    }

    /// Selects a line, where it is in the table.
    public void select(String path, int line) {
        rows.stream()
                .filter(r -> r.cost().file().path().equals(path) && r.cost().line() == line)
                .findFirst()
                .ifPresent(selected::set);
    }

    /// Lines, those that waited longest first.
    ObservableList<WaitingRow> rows() {
        return rows;
    }

    ObservableList<ThreadRow> threads() {
        return threads;
    }

    /// What the reader must know of the profile.
    ObservableList<String> notes() {
        return notes;
    }

    ObjectProperty<@Nullable WaitingRow> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable BoundSentence> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// The time of all threads together, where they are known, else of the program.
    ReadOnlyObjectProperty<Cost> splitProperty() {
        return split.getReadOnlyProperty();
    }
}
