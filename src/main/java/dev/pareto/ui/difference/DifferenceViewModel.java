package dev.pareto.ui.difference;

import dev.pareto.profile.Profile;
import dev.pareto.profile.ProfileDifference;
import dev.pareto.profile.ProfileDifference.Change;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The state of the view of the difference. JavaFX thread.
public final class DifferenceViewModel {
    private final ObservableList<Change> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Change> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final BooleanProperty ownOnly = new SimpleBooleanProperty();
    private List<Change> all = List.of();

    public DifferenceViewModel() {
        ownOnly.subscribe(_ -> fill());
    }

    enum State {
        /// There is no profile.
        NONE,
        /// There is no other profile to set it against.
        ALONE,
        /// There is one, but nobody has chosen it.
        NOT_CHOSEN,
        SHOWN
    }

    /// Shows two profiles.
    ///
    /// @param before null where none was chosen; @param after null where there is no profile
    /// @param possible whether there is another one that could be chosen
    public void show(
            @Nullable Profile before,
            String beforeName,
            @Nullable Profile after,
            String afterName,
            boolean possible) {
        selected.set(null);
        if (before == null || after == null) {
            all = List.of();
            heading.set("");
            warning.set("");
        } else {
            all = after.since(before).functions();
            heading.set(
                    Messages.text(
                            "difference.heading",
                            beforeName,
                            before.wall(),
                            afterName,
                            after.wall(),
                            DifferenceColumn.signed(
                                    after.wall().seconds() - before.wall().seconds())));
            warning.set(
                    ProfileDifference.isFair(before, after)
                            ? ""
                            : Messages.text("difference.unfair"));
        }
        fill();
        state.set(
                after == null
                        ? State.NONE
                        : before != null ? State.SHOWN : possible ? State.NOT_CHOSEN : State.ALONE);
    }

    private void fill() {
        rows.setAll(all.stream().filter(c -> !ownOnly.get() || c.file().isOwn()).toList());
    }

    /// Functions, the one that changed most first.
    ObservableList<Change> rows() {
        return rows;
    }

    ObjectProperty<@Nullable Change> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /// Why the two should not be set against each other; empty where they can.
    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    BooleanProperty ownOnlyProperty() {
        return ownOnly;
    }
}
