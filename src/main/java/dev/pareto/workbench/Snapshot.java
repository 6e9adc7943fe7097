package dev.pareto.workbench;

import dev.pareto.advice.Advice;
import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that is known of an opened program at one moment. Immutable; the session replaces it.
///
/// @param inputs the named inputs, at least one; @param input the one in use
/// @param files own code, paths under the root in reading order (entry first)
/// @param variants the baseline first, then in the order they were made
/// @param profiles by variant id, the newest of each; @param advice by variant id
/// @param trials by the id of the candidate, the newest of each
public record Snapshot(
        Program program,
        List<Input> inputs,
        Input input,
        List<String> files,
        List<Variant> variants,
        Map<String, ProfileReport> profiles,
        Map<String, Advice> advice,
        Map<String, TrialReport> trials) {

    public Snapshot {
        inputs = List.copyOf(inputs);
        files = List.copyOf(files);
        variants = List.copyOf(variants);
        profiles = ordered(profiles);
        advice = ordered(advice);
        trials = ordered(trials);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public Variant baseline() {
        return variants.getFirst();
    }

    public Optional<Variant> variant(String id) {
        return variants.stream().filter(v -> v.id().equals(id)).findFirst();
    }

    public Optional<ProfileReport> profile(String variant) {
        return Optional.ofNullable(profiles.get(variant));
    }

    public Optional<TrialReport> trial(String variant) {
        return Optional.ofNullable(trials.get(variant));
    }

    public Optional<Advice> adviceFor(String variant) {
        return Optional.ofNullable(advice.get(variant));
    }
}
