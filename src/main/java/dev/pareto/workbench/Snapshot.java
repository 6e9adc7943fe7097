package dev.pareto.workbench;

import dev.pareto.advice.Advice;
import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;

import java.util.ArrayList;
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
/// @param pinned id of the variant that the others are compared with
public record Snapshot(
        Program program,
        List<Input> inputs,
        Input input,
        List<String> files,
        List<Variant> variants,
        Map<String, ProfileReport> profiles,
        Map<String, Advice> advice,
        Map<String, TrialReport> trials,
        String pinned) {

    /// One in which the others are compared with the baseline.
    public Snapshot(
            Program program,
            List<Input> inputs,
            Input input,
            List<String> files,
            List<Variant> variants,
            Map<String, ProfileReport> profiles,
            Map<String, Advice> advice,
            Map<String, TrialReport> trials) {
        this(
                program,
                inputs,
                input,
                files,
                variants,
                profiles,
                advice,
                trials,
                Variant.BASELINE_ID);
    }

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

    Snapshot with(Program other) {
        return new Snapshot(
                other, inputs, input, files, variants, profiles, advice, trials, pinned);
    }

    /// Uses an input; one of the same name is replaced.
    Snapshot with(Input used) {
        List<Input> all = new ArrayList<>(inputs);
        int known = all.stream().map(Input::name).toList().indexOf(used.name());
        if (known < 0) {
            all.add(used);
        } else {
            all.set(known, used);
        }
        return new Snapshot(program, all, used, files, variants, profiles, advice, trials, pinned);
    }

    Snapshot withVariants(List<Variant> others) {
        return new Snapshot(
                program, inputs, input, files, others, profiles, advice, trials, pinned);
    }

    Snapshot withPinned(String variant) {
        return new Snapshot(
                program, inputs, input, files, variants, profiles, advice, trials, variant);
    }

    Snapshot with(ProfileReport report) {
        Map<String, ProfileReport> all = new LinkedHashMap<>(profiles);
        all.put(report.variant(), report);
        return new Snapshot(program, inputs, input, files, variants, all, advice, trials, pinned);
    }

    Snapshot with(String variant, Advice fresh) {
        Map<String, Advice> all = new LinkedHashMap<>(advice);
        all.put(variant, fresh);
        return new Snapshot(program, inputs, input, files, variants, profiles, all, trials, pinned);
    }

    Snapshot with(TrialReport report) {
        Map<String, TrialReport> all = new LinkedHashMap<>(trials);
        all.put(report.candidate(), report);
        return new Snapshot(program, inputs, input, files, variants, profiles, advice, all, pinned);
    }

    /// The same program after its files changed: nothing measured before is true of it.
    Snapshot withFiles(List<String> others) {
        return new Snapshot(
                program, inputs, input, others, variants, Map.of(), Map.of(), Map.of(), pinned);
    }
}
