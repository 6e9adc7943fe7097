package dev.pareto.ui.code;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What the editor asks for. Called on the JavaFX thread.
///
/// @param edited a person changed a text; comes some 400 ms after the last key, and at once where
///   it matters (see [CodeViewModel#flush])
/// @param variant another variant was chosen, by its id
/// @param profile runs the program with the profiler
/// @param dropped a Python file was dropped on the editor
public record CodeActions(
        Edited edited, Consumer<String> variant, Runnable profile, Consumer<Path> dropped) {
    /// A text that a person changed.
    @FunctionalInterface
    public interface Edited {
        /// Takes it.
        ///
        /// @param variant the id of the variant that was shown; @param path under the root
        /// @param text the whole new text
        void accept(String variant, String path, String text);
    }
}
