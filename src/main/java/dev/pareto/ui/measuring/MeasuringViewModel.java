package dev.pareto.ui.measuring;

import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialResult;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrialStatus;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The state of a trial under way. JavaFX thread.
public final class MeasuringViewModel {
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final ObservableList<EarlierTrial> earlier = FXCollections.observableArrayList();

    private @Nullable Snapshot snapshot;
    private @Nullable TrialStatus status;

    /// Shows how far a trial is; to be called after every pair, and about every second for the time
    /// alone.
    public void show(Snapshot state, TrialStatus running) {
        snapshot = state;
        status = running;
        update(state, running, false);
    }

    /// The trial was stopped by the user; this is what it had.
    ///
    /// @param elapsed until then
    public void stopped(TrialResult result, WallTime elapsed) {
        if (snapshot == null || status == null) {
            return;
        }
        var last =
                new TrialStatus(
                        status.reference(),
                        status.candidate(),
                        status.phase(),
                        result,
                        status.nextLook(),
                        elapsed,
                        status.budget());
        status = last;
        update(snapshot, last, true);
    }

    private void update(Snapshot state, TrialStatus running, boolean stopped) {
        progress.set(new ProgressBuilder(state, running, stopped).progress());
        List<EarlierTrial> trials = EarlierTrial.of(state, running.candidate());
        if (!trials.equals(earlier)) {
            earlier.setAll(trials);
        }
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ObservableList<EarlierTrial> earlier() {
        return earlier;
    }

    /// The id of the reference; empty before the first trial.
    String reference() {
        return status == null ? "" : status.reference();
    }

    /// The id of the candidate; empty before the first trial.
    String candidate() {
        return status == null ? "" : status.candidate();
    }
}
