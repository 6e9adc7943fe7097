package dev.pareto.ui.compare;

import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.Spread;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrialReport;

import java.util.List;
import java.util.Optional;

/// Two variants of a program at one moment: what all parts of the screen are made from.
record Compared(Snapshot snapshot, Variant reference, Variant candidate) {
    /// The newest trial of the candidate, whatever it was measured against.
    Optional<TrialReport> newest() {
        return snapshot.trial(candidate.id());
    }

    /// The newest trial of the candidate, where it was measured against this reference.
    Optional<TrialReport> trial() {
        return newest().filter(t -> t.reference().equals(reference.id()));
    }

    boolean isOneVariant() {
        return reference.id().equals(candidate.id());
    }

    /// The short name of a variant, for columns: its letter, or "baseline".
    static String letter(Variant variant) {
        return variant.isBaseline() ? variant.name() : variant.id();
    }

    /// "E (set lookup)", or "baseline".
    static String fullName(Variant variant) {
        return variant.isBaseline() ? variant.name() : variant.id() + " (" + variant.name() + ")";
    }

    static String measure(TrialResult.Measure measure) {
        return Messages.text(measure == TrialResult.Measure.CPU ? "measure.cpu" : "measure.wall");
    }

    static double[] referenceSeconds(List<Pair> pairs) {
        return pairs.stream().mapToDouble(Pair::baselineSeconds).toArray();
    }

    static double[] candidateSeconds(List<Pair> pairs) {
        return pairs.stream().mapToDouble(Pair::candidateSeconds).toArray();
    }

    static String median(double[] seconds) {
        return Figures.time(Spread.of(seconds).median());
    }

    /// The estimate of a verdict; empty where no speed is claimed.
    static Optional<Verdict.Estimate> estimate(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster(var estimate) -> Optional.of(estimate);
            case Verdict.Slower(var estimate) -> Optional.of(estimate);
            case Verdict.NoDifference(var estimate, _) -> Optional.of(estimate);
            case Verdict.Undecided(var estimate, _) -> Optional.of(estimate);
            case Verdict.OutputChanged _, Verdict.Failed _ -> Optional.empty();
        };
    }
}
