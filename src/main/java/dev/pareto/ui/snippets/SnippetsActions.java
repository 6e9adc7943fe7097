package dev.pareto.ui.snippets;

import java.util.List;

/// What the page asks for. Called on the JavaFX thread.
///
/// @param time times statements; what came of it is given to the view model
/// @param cancel stops that
public record SnippetsActions(Timing time, Runnable cancel) {
    /// Times statements side by side.
    @FunctionalInterface
    public interface Timing {
        void time(String setup, List<String> statements);
    }
}
