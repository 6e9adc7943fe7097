package dev.pareto.ui.snippets;

import dev.pareto.workbench.SnippetReport.Timing;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

/// One statement, and what came of it. JavaFX thread.
final class Snippet {
    private final StringProperty text;
    private final ObjectProperty<@Nullable Timing> timing = new SimpleObjectProperty<>();

    /// @param changed called when its text was changed
    Snippet(String statement, Runnable changed) {
        text = new SimpleStringProperty(statement);
        // A time that belongs to another text would be a lie.
        text.addListener(
                (_, _, _) -> {
                    timing.set(null);
                    changed.run();
                });
    }

    StringProperty textProperty() {
        return text;
    }

    /// Null until it was timed as it stands.
    ObjectProperty<@Nullable Timing> timingProperty() {
        return timing;
    }
}
