package dev.pareto.ui.fx;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for a file or a folder. Blocks the JavaFX thread until there is an answer, as
/// dialogs of the system do; where there is no screen, tests answer instead.
public interface PathChooser {
    /// A file that exists; empty when the person did not choose.
    ///
    /// @param start a folder to begin in; null for the system's choice
    Optional<Path> file(Window owner, String title, @Nullable Path start);

    /// A folder that exists; empty when the person did not choose.
    Optional<Path> folder(Window owner, String title, @Nullable Path start);
}
