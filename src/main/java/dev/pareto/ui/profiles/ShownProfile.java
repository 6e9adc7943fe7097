package dev.pareto.ui.profiles;

import dev.pareto.profile.Profile;

import org.jspecify.annotations.Nullable;

/// A profile that can be looked at. Two are the same when their keys are: profiles are large.
///
/// @param key unique among all; a newer profile of the same kind has another one
/// @param name of the way it was made, or of its file: "outside sampler", "nightly.prof"
/// @param of the variant that it is of, with its name; empty for a file
public record ShownProfile(String key, String name, String of, Profile profile) {
    /// "set lookup, outside sampler".
    public String title() {
        return of.isEmpty() ? name : of + ", " + name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShownProfile one && one.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
