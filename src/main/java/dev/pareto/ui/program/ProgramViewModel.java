package dev.pareto.ui.program;

import dev.pareto.profile.EngineKind;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Target;
import dev.pareto.python.Limits;
import dev.pareto.workbench.Snapshot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The state of the program bar. JavaFX thread.
public final class ProgramViewModel {
    private static final List<EngineKind> ENGINES =
            List.of(
                    EngineKind.OUTSIDE,
                    EngineKind.SAMPLER_THREAD,
                    EngineKind.CPROFILE,
                    EngineKind.LINE_PROFILER,
                    EngineKind.MEMORY_PROFILER,
                    EngineKind.TRACEMALLOC);

    /// What is shown.
    record State(Snapshot snapshot, Limits limits) {}

    private final ReadOnlyObjectWrapper<@Nullable State> state = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Interpreter> interpreters = FXCollections.observableArrayList();
    private final ObservableList<Target> entries = FXCollections.observableArrayList();
    private final ObservableList<EngineKind> engines = FXCollections.observableArrayList(ENGINES);
    private final ObjectProperty<EngineKind> engine =
            new SimpleObjectProperty<>(EngineKind.OUTSIDE);
    private final StringProperty runs = new SimpleStringProperty("");
    private final BooleanProperty details = new SimpleBooleanProperty();

    /// Shows a state of the program.
    public void show(Snapshot snapshot, Limits limits) {
        state.set(new State(snapshot, limits));
    }

    /// The interpreters to choose from: those in the root first.
    public ObservableList<Interpreter> interpreters() {
        return interpreters;
    }

    /// Other entries of the root; where there are none, every file of own code is one.
    public ObservableList<Target> entries() {
        return entries;
    }

    /// The engines to choose from.
    public ObservableList<EngineKind> engines() {
        return engines;
    }

    /// The engine that PROFILE is to use.
    public ObjectProperty<EngineKind> engineProperty() {
        return engine;
    }

    /// How many runs MEASURE takes, as on its button: "22+ runs". Empty where nobody knows.
    public StringProperty runsProperty() {
        return runs;
    }

    /// Whether the details (standard input, working folder, environment, limits) are open. To be
    /// set by who sends the person there.
    public BooleanProperty detailsProperty() {
        return details;
    }

    ReadOnlyObjectProperty<@Nullable State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the menu of entries offers.
    List<Target> targets() {
        State now = state.get();
        return !entries.isEmpty() || now == null
                ? List.copyOf(entries)
                : now.snapshot().files().stream().<Target>map(Target.Script::new).toList();
    }
}
