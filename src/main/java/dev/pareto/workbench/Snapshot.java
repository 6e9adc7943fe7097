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
import java.util.Objects;
import java.util.Optional;

/// Everything that is known of an opened program at one moment. Immutable; the session replaces it.
///
/// @param inputs the named inputs, at least one; @param input the one in use
/// @param files own code, paths under the root in reading order (entry first)
/// @param variants the baseline first, then in the order they were made
/// @param profiles by variant id, one of each: the newest that was not traced, where there is one
///   of the same input as the newest of all; @param advice by variant id
/// @param trials by the id of the candidate, the newest of each
/// @param pinned id of the variant that the others are compared with
/// @param beside what other engines showed of the variants, the newest of each, oldest first
public record Snapshot(
        Program program,
        List<Input> inputs,
        Input input,
        List<String> files,
        List<Variant> variants,
        Map<String, ProfileReport> profiles,
        Map<String, Advice> advice,
        Map<String, TrialReport> trials,
        String pinned,
        List<ProfileReport> beside) {

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
                Variant.BASELINE_ID,
                List.of());
    }

    public Snapshot {
        inputs = List.copyOf(inputs);
        files = List.copyOf(files);
        variants = List.copyOf(variants);
        profiles = ordered(profiles);
        advice = ordered(advice);
        trials = ordered(trials);
        beside = List.copyOf(beside);
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
                other, inputs, input, files, variants, profiles, advice, trials, pinned, beside);
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
        return new Snapshot(
                program, all, used, files, variants, profiles, advice, trials, pinned, beside);
    }

    Snapshot withVariants(List<Variant> others) {
        return new Snapshot(
                program, inputs, input, files, others, profiles, advice, trials, pinned, beside);
    }

    Snapshot withPinned(String variant) {
        return new Snapshot(
                program, inputs, input, files, variants, profiles, advice, trials, variant, beside);
    }

    /// All profiles of a variant, that of [#profile] first, then the newest.
    public List<ProfileReport> profilesOf(String variant) {
        List<ProfileReport> all = new ArrayList<>(beside.reversed());
        all.removeIf(one -> !one.variant().equals(variant));
        profile(variant).ifPresent(all::addFirst);
        return all;
    }

    /// Takes a newer profile; one of the same variant by the same engine is replaced.
    Snapshot with(ProfileReport report) {
        String variant = report.variant();
        ProfileReport before = profiles.get(variant);
        // What tracing changes must not take the place of what the program does by itself.
        boolean stays =
                before != null
                        && report.profile().engine().traced()
                        && !before.profile().engine().traced()
                        && before.input().equals(report.input());
        List<ProfileReport> others = new ArrayList<>(beside);
        Map<String, ProfileReport> all = new LinkedHashMap<>(profiles);
        if (!stays) {
            all.put(variant, report);
        }
        ProfileReport second = stays ? report : before;
        var main = Objects.requireNonNull(all.get(variant)).profile().engine();
        others.removeIf(
                one ->
                        one.variant().equals(variant)
                                && (one.profile().engine() == report.profile().engine()
                                        || one.profile().engine() == main));
        if (second != null && second.profile().engine() != main) {
            others.add(second);
        }
        return new Snapshot(
                program, inputs, input, files, variants, all, advice, trials, pinned, others);
    }

    Snapshot with(String variant, Advice fresh) {
        Map<String, Advice> all = new LinkedHashMap<>(advice);
        all.put(variant, fresh);
        return new Snapshot(
                program, inputs, input, files, variants, profiles, all, trials, pinned, beside);
    }

    Snapshot with(TrialReport report) {
        Map<String, TrialReport> all = new LinkedHashMap<>(trials);
        all.put(report.candidate(), report);
        return new Snapshot(
                program, inputs, input, files, variants, profiles, advice, all, pinned, beside);
    }

    /// The same program after its files changed: nothing measured before is true of it.
    Snapshot withFiles(List<String> others) {
        return new Snapshot(
                program, inputs, input, others, variants, Map.of(), Map.of(), Map.of(), pinned,
                List.of());
    }
}
