package dev.pareto.advice;

import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Saving;
import dev.pareto.python.Analyser;
import dev.pareto.python.CodeProblem;
import dev.pareto.quantity.Share;
import dev.pareto.source.Edits;
import dev.pareto.source.EditsMerge;
import dev.pareto.source.SourceText;
import dev.pareto.source.TextEdit;
import dev.pareto.source.UnifiedDiff;
import dev.pareto.source.module.ParsedModule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Makes a suggestion of a rule's offer: predicts the gain, makes the changed files, and has the
/// interpreter compile them.
final class Drafting {
    /// A suggestion, or why there is none.
    sealed interface Draft {}

    record Made(Suggestion suggestion) implements Draft {}

    record Broken(String reason) implements Draft {}

    private final Analyser analyser;
    private final Heat heat;
    private final Map<String, SourceText> sources = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Drafting(Analyser analyser, AdvicePlan plan) {
        this.analyser = analyser;
        heat = plan.heat();
        plan.own().modules().stream()
                .map(ParsedModule::source)
                .forEach(source -> sources.put(source.path(), source));
    }

    Draft draft(Case found, Judgement.Offer offer) {
        Map<String, SourceText> after = new TreeMap<>();
        for (var file : offer.fix().entrySet()) {
            switch (merged(file.getValue())) {
                case EditsMerge.Clash(var first, var second) -> {
                    return new Broken(
                            "two of its edits overlap (%s and %s)"
                                    .formatted(first.replacement(), second.replacement()));
                }
                case Edits edits -> {
                    SourceText source = Objects.requireNonNull(sources.get(file.getKey()));
                    after.put(file.getKey(), edits.applyTo(source));
                }
            }
        }
        for (SourceText changed : after.values()) {
            if (!changed.isEncodable()) {
                return new Broken(
                        "the encoding of " + changed.path() + " cannot express the changed text");
            }
        }
        List<CodeProblem> problems = analyser.compile(List.copyOf(after.values()));
        if (!problems.isEmpty()) {
            return new Broken(
                    "the changed file does not compile (" + problems.getFirst().message() + ")");
        }
        return new Made(suggestion(found, offer, after));
    }

    private static EditsMerge merged(List<TextEdit> edits) {
        Edits all = Edits.of();
        for (TextEdit edit : edits) {
            switch (all.merge(Edits.of(edit))) {
                case EditsMerge.Clash clash -> {
                    return clash;
                }
                case Edits more -> all = more;
            }
        }
        return all;
    }

    private Suggestion suggestion(
            Case found, Judgement.Offer offer, Map<String, SourceText> after) {
        Share share = heat.share(found);
        MemoryGain memory =
                found.isAboutMemory()
                        ? MemoryGain.of(heat.peak(), heat.memory(found), offer.saving())
                        : null;
        Prediction prediction =
                memory == null
                        ? Prediction.of(share, heat.doubt(share), offer.saving(), heat.run())
                        : Prediction.of(Share.ZERO, 0, new Saving(0, 0), heat.run());
        String peak = memory == null ? "" : " The peak would go " + memory + ".";
        Map<String, SourceText> before = new HashMap<>();
        Map<String, String> changes = new TreeMap<>();
        after.forEach(
                (path, source) -> {
                    before.put(path, sources.get(path));
                    changes.put(path, source.text());
                });
        return new Suggestion(
                unique(SuggestionId.of(found)),
                found.rule().id(),
                offer.title(),
                found.code().path(),
                heat.hottestLine(found),
                share,
                offer.facts(),
                heat.sentence(found) + " " + offer.seen() + peak,
                prediction.gain(),
                prediction.limit(),
                prediction.saves(),
                offer.conditions().stream()
                        .map(it -> new Suggestion.SafetyCondition(it.text(), it.established()))
                        .toList(),
                changes,
                UnifiedDiff.of(before, after),
                offer.whatCouldChange(),
                memory,
                offer.missing());
    }

    /// The same text may stand twice in one function.
    private String unique(String id) {
        String free = id;
        for (int n = 2; !taken.add(free); n++) {
            free = id + "-" + n;
        }
        return free;
    }
}
