package dev.pareto.workbench;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A program opened before, for the start screen.
///
/// @param label `dedupe.py` or `-m app.main`; @param lesson its id where it belongs to one
/// @param verdict of its newest trial, by id ("faster"); @param ratio of it
public record RecentProgram(
        String key,
        String label,
        Path root,
        @Nullable String lesson,
        @Nullable String verdict,
        @Nullable Double ratio,
        Instant openedAt) {
    public Optional<String> lastVerdict() {
        return Optional.ofNullable(verdict);
    }
}
