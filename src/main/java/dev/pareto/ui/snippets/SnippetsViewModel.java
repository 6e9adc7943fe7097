package dev.pareto.ui.snippets;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.SnippetReport;
import dev.pareto.workbench.SnippetReport.Timing;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;

/// The state of the page of snippets. JavaFX thread.
public final class SnippetsViewModel {
    private static final int LEAST = 2;

    private final StringProperty setup = new SimpleStringProperty("");
    private final ObservableList<Snippet> statements = FXCollections.observableArrayList();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");

    /// Begins with an example that can be timed at once.
    public SnippetsViewModel() {
        setup.set("ids = list(range(1_000))\nknown = set(ids)\nprobe = 700");
        statements.setAll(snippet("probe in ids"), snippet("probe in known"));
        // Times of another set-up say nothing of this one.
        setup.subscribe(this::forget);
    }

    private Snippet snippet(String statement) {
        return new Snippet(statement, () -> says.set(""));
    }

    private void forget() {
        statements.forEach(one -> one.timingProperty().set(null));
        says.set("");
    }

    /// Fills in a statement from elsewhere, as from the editor.
    public void fill(String before, String statement) {
        setup.set(before);
        statements.setAll(snippet(statement), snippet(""));
    }

    void add() {
        statements.add(snippet(""));
    }

    /// Takes a statement away; two stay.
    void remove(Snippet snippet) {
        if (statements.size() > LEAST) {
            statements.remove(snippet);
        } else {
            snippet.textProperty().set("");
        }
    }

    /// The statements that say something.
    List<Snippet> filled() {
        return statements.stream().filter(one -> !one.textProperty().get().isBlank()).toList();
    }

    /// Shows what came of them.
    public void show(SnippetReport report) {
        List<Snippet> asked = filled();
        for (Timing timing : report.results()) {
            asked.stream()
                    .filter(one -> one.textProperty().get().equals(timing.statement()))
                    .forEach(one -> one.timingProperty().set(timing));
        }
        says.set(words(report));
    }

    /// "Statement 2 takes the least: 19.5 ns a loop, 299× less than statement 1."
    private String words(SnippetReport report) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).timingProperty().get() instanceof Timing.Timed timed
                    && timed.median() < least) {
                best = i;
                least = timed.median();
            }
        }
        if (best < 0) {
            return Messages.text("snippets.says.none");
        }
        String by = report.interpreter();
        return best > 0 && statements.getFirst().timingProperty().get() instanceof Timing.Timed one
                ? Messages.text(
                        "snippets.says",
                        best + 1,
                        Figures.time(least),
                        Figures.ratio(one.median() / least),
                        by)
                : Messages.text("snippets.says.first", best + 1, Figures.time(least), by);
    }

    /// How many times less than the first it takes: "299×"; empty where that is not known.
    String ratio(Snippet snippet) {
        return statements.getFirst().timingProperty().get() instanceof Timing.Timed first
                        && snippet.timingProperty().get() instanceof Timing.Timed timed
                ? Figures.ratio(first.median() / timed.median())
                : "";
    }

    StringProperty setupProperty() {
        return setup;
    }

    ObservableList<Snippet> statements() {
        return statements;
    }

    /// Whether they are being timed; to be set by who times them.
    public BooleanProperty runningProperty() {
        return running;
    }

    ReadOnlyStringProperty saysProperty() {
        return says.getReadOnlyProperty();
    }
}
