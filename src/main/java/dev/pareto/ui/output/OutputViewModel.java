package dev.pareto.ui.output;

import dev.pareto.python.Ended;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.stream.Collectors;

/// The state of the output panel. JavaFX thread.
public final class OutputViewModel {
    private final ReadOnlyObjectWrapper<OutputState> state =
            new ReadOnlyObjectWrapper<>(new OutputState.NotRun());
    private final ObservableList<OutputLine> lines = FXCollections.observableArrayList();
    private final ObservableList<OutputLine> shown =
            FXCollections.unmodifiableObservableList(lines);

    private List<String> ownFiles = List.of();
    private String printed = "";
    private String errors = "";

    /// How many rows at the end are of stderr, its heading too.
    private int errorRows;

    /// No run is known.
    public void clear() {
        lines.clear();
        state.set(new OutputState.NotRun());
    }

    /// A run is under way.
    ///
    /// @param soFar all that it printed to stdout until now; @param errorsSoFar to stderr
    public void running(String soFar, String errorsSoFar, WallTime elapsed) {
        if (!(state.get() instanceof OutputState.Running)) {
            lines.clear();
            printed = "";
            errors = "";
            errorRows = 0;
        }
        if (!soFar.equals(printed) || !errorsSoFar.equals(errors)) {
            lines.remove(lines.size() - errorRows, lines.size());
            append(soFar);
            appendErrors(errorsSoFar);
        }
        state.set(new OutputState.Running(elapsed));
    }

    private void appendErrors(String soFar) {
        errors = soFar;
        errorRows = 0;
        if (!soFar.isEmpty()) {
            int before = lines.size();
            lines.add(OutputLine.heading(Messages.text("output.stderr")));
            lines.addAll(new OutputLines(ownFiles).printed(soFar, OutputLine.Kind.STDERR));
            errorRows = lines.size() - before;
        }
    }

    /// Adds what is new; the line that was open is replaced.
    private void append(String soFar) {
        if (soFar.equals(printed)) {
            return;
        }
        int open = printed.lastIndexOf('\n') + 1;
        if (!soFar.startsWith(printed)) {
            lines.clear();
            open = 0;
        } else if (open < printed.length()) {
            lines.removeLast();
        }
        var fresh =
                new OutputLines(ownFiles).printed(soFar.substring(open), OutputLine.Kind.STDOUT);
        lines.addAll(fresh);
        printed = soFar;
    }

    /// A run has ended.
    ///
    /// @param files paths of the own code under the root, to which a traceback may lead
    public void show(Ended ended, List<String> files) {
        ownFiles = List.copyOf(files);
        lines.setAll(new OutputLines(ownFiles).of(ended));
        state.set(new OutputState.Over(RunEnd.of(ended), ended.usage()));
    }

    /// All rows as text, to copy.
    String text() {
        return text(lines);
    }

    static String text(List<OutputLine> rows) {
        return rows.stream()
                .filter(row -> row.kind() != OutputLine.Kind.HEADING)
                .map(OutputLine::text)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    ReadOnlyObjectProperty<OutputState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ObservableList<OutputLine> lines() {
        return shown;
    }
}
