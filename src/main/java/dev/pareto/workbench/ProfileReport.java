package dev.pareto.workbench;

import dev.pareto.profile.Profile;
import dev.pareto.program.Input;
import dev.pareto.python.Ended;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/// A profile with the run that it came from.
///
/// @param ended how the run ended, with what it printed; null when it was loaded from the history
/// @param summary the same in words; null as `ended` is
public record ProfileReport(
        String variant,
        Input input,
        Profile profile,
        @Nullable Ended ended,
        @Nullable RunSummary summary,
        Instant at) {
    /// One whose run is not known any more.
    public ProfileReport(
            String variant, Input input, Profile profile, @Nullable Ended ended, Instant at) {
        this(variant, input, profile, ended, null, at);
    }

    public Optional<Ended> run() {
        return Optional.ofNullable(ended);
    }
}
