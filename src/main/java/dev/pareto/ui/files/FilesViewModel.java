package dev.pareto.ui.files;

import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Snapshot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The state of the tree of files. JavaFX thread.
public final class FilesViewModel {
    private final ReadOnlyObjectWrapper<List<FileTree>> tree =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Bound> bound = new ReadOnlyObjectWrapper<>();
    private final StringProperty selected = new SimpleStringProperty("");
    private final BooleanProperty folded = new SimpleBooleanProperty();

    /// Shows the files of a variant, with the heat of its profile, or hatched that of the variant
    /// it grew out of.
    public void show(Snapshot state, String variant) {
        ProfileReport report = TreeBuilder.measured(state, variant);
        tree.set(new TreeBuilder(state, variant, report).all());
        bound.set(report == null ? null : Bound.of(report.profile()));
    }

    /// The path of the file that the editor shows; to be set by who knows.
    public StringProperty selectedProperty() {
        return selected;
    }

    /// Whether the panel is a strip, as it should be where the window is small. The person can turn
    /// it, too.
    public BooleanProperty foldedProperty() {
        return folded;
    }

    ReadOnlyObjectProperty<List<FileTree>> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /// Null before the first profile.
    ReadOnlyObjectProperty<@Nullable Bound> boundProperty() {
        return bound.getReadOnlyProperty();
    }
}
