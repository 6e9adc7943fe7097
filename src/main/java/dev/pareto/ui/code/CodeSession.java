package dev.pareto.ui.code;

import org.jspecify.annotations.Nullable;

/// What the model asks of the editors that show it.
interface CodeSession {
    CodeSession NONE =
            new CodeSession() {
                @Override
                public @Nullable String typed(String path) {
                    return null;
                }

                @Override
                public void flush() {}
            };

    /// The text in the editor of a file, typed or not; null where it has none yet.
    @Nullable String typed(String path);

    /// Sends edits that wait.
    void flush();
}
