package dev.pareto.workbench;

import dev.pareto.advice.MemoryGain;
import dev.pareto.advice.Suggestion;
import dev.pareto.history.Rows.PredictionRow;
import dev.pareto.program.Variant;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.workbench.TrackRecord.Case;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Keeps what was predicted beside what was measured, for each rule. Any thread.
final class Predictions {
    private final Store store;
    private volatile Map<String, TrackRecord> records;

    Predictions(Store store) {
        this.store = store;
        records = read(store);
    }

    /// By the id of the rule; those that were measured on a machine like this.
    Map<String, TrackRecord> records() {
        return records;
    }

    /// Notes a trial, where its candidate is its reference with one suggestion applied, on the
    /// input that the suggestion was made for.
    ///
    /// @param now as it was when the trial was held
    void note(Snapshot now, TrialReport report) throws ProblemException {
        Optional<Suggestion> applied = suggestion(now, report);
        if (applied.isEmpty()) {
            return;
        }
        Suggestion suggestion = applied.get();
        TrialResult trial = report.result();
        Verdict verdict = trial.verdict();
        MemoryGain memory = suggestion.memory();
        RatioInterval predicted = memory == null ? suggestion.predicted() : ratio(memory);
        Double measured = memory == null ? time(verdict) : peak(trial);
        boolean judged =
                !(verdict instanceof Verdict.OutputChanged || verdict instanceof Verdict.Failed);
        if (judged && measured == null) {
            return;
        }
        store.save(
                suggestion.id(),
                new PredictionRow(
                        now.program().label(),
                        suggestion.rule(),
                        memory != null,
                        predicted.low().value(),
                        predicted.high().value(),
                        judged ? measured : null,
                        verdict.id(),
                        report.environment(),
                        report.at()));
        records = read(store);
    }

    private static Optional<Suggestion> suggestion(Snapshot now, TrialReport report) {
        Variant candidate = now.variant(report.candidate()).orElse(null);
        Variant parent = now.variant(report.reference()).orElse(null);
        if (candidate == null
                || parent == null
                || candidate.origin() != Variant.Origin.ADVICE
                || !parent.id().equals(candidate.parent())
                || !report.result().complete()
                || !now.profile(parent.id())
                        .filter(profile -> profile.input().equals(report.input()))
                        .isPresent()) {
            return Optional.empty();
        }
        return now.adviceFor(parent.id()).stream()
                .flatMap(advice -> advice.suggestions().stream())
                .filter(s -> applied(parent, s).equals(candidate.changes()))
                .findFirst();
    }

    private static Map<String, String> applied(Variant parent, Suggestion suggestion) {
        Map<String, String> changes = new TreeMap<>(parent.changes());
        changes.putAll(suggestion.changes());
        return changes;
    }

    private static RatioInterval ratio(MemoryGain memory) {
        return RatioInterval.of(
                part(memory.peak(), memory.high()), part(memory.peak(), memory.low()));
    }

    private static double part(Bytes before, Bytes after) {
        return (double) Math.max(1, before.count()) / Math.max(1, after.count());
    }

    private static @Nullable Double peak(TrialResult trial) {
        TrialResult.Memory memory = trial.memory();
        return memory.baseline().count() > 0 && memory.candidate().count() > 0
                ? part(memory.baseline(), memory.candidate())
                : null;
    }

    private static @Nullable Double time(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster(var e) -> e.ratio().value();
            case Verdict.Slower(var e) -> e.ratio().value();
            case Verdict.NoDifference(var e, _) -> e.ratio().value();
            case Verdict.Undecided(var e, _) -> e.interval() == null ? null : e.ratio().value();
            case Verdict.OutputChanged _, Verdict.Failed _ -> null;
        };
    }

    private static Map<String, TrackRecord> read(Store store) {
        Map<String, List<Case>> cases = new TreeMap<>();
        for (PredictionRow row : store.predictions()) {
            Double measured = row.measured();
            cases.computeIfAbsent(row.rule(), _ -> new ArrayList<>())
                    .add(
                            new Case(
                                    row.target(),
                                    row.memory(),
                                    RatioInterval.of(row.low(), row.high()),
                                    measured == null ? null : new Ratio(measured),
                                    row.verdict(),
                                    row.at()));
        }
        Map<String, TrackRecord> records = new TreeMap<>();
        cases.forEach((rule, all) -> records.put(rule, new TrackRecord(all)));
        return Map.copyOf(records);
    }
}
