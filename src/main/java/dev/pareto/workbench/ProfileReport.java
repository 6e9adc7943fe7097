package dev.pareto.workbench;

import dev.pareto.profile.Profile;
import dev.pareto.program.Input;
import dev.pareto.python.Ended;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A profile with the run that it came from.
///
/// @param ended how the run ended, with what it printed; null when it was loaded from the history
/// @param summary the same in words; null as `ended` is
/// @param files that the tool itself wrote, for other programs: name → content, as in "table.prof";
///   empty when it was loaded from the history
public record ProfileReport(
        String variant,
        Input input,
        Profile profile,
        @Nullable Ended ended,
        @Nullable RunSummary summary,
        Map<String, byte[]> files,
        Instant at) {
    public ProfileReport {
        files = Map.copyOf(files);
    }

    /// One whose run is not known any more.
    public ProfileReport(
            String variant, Input input, Profile profile, @Nullable Ended ended, Instant at) {
        this(variant, input, profile, ended, null, Map.of(), at);
    }

    public Optional<Ended> run() {
        return Optional.ofNullable(ended);
    }

    public Optional<RunSummary> ending() {
        return Optional.ofNullable(summary);
    }
}
