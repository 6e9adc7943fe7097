package dev.pareto.ui.files;

import java.util.function.Consumer;

/// What the tree of files asks for. Called on the JavaFX thread.
///
/// @param open shows a file in the editor, by its path under the root
public record FilesActions(Consumer<String> open) {}
