package dev.pareto.ui.variants;

import dev.pareto.program.Variant;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.Figures;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.ForestMark;
import dev.pareto.ui.control.InputWords;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrialReport;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Puts the result of one trial into a row.
final class EntryBuilder {
    private static final VariantRow.Checked UNCHECKED =
            new VariantRow.Checked(VariantRow.Sameness.UNKNOWN, Wording.DASH);

    private final Snapshot snapshot;
    private final Variant pinned;
    private final Variant variant;
    private final TrialReport trial;

    EntryBuilder(Snapshot snapshot, Variant pinned, Variant variant, TrialReport trial) {
        this.snapshot = snapshot;
        this.pinned = pinned;
        this.variant = variant;
        this.trial = trial;
    }

    static VariantRow.Entry unmeasured(Variant variant) {
        return bare(variant, null);
    }

    static VariantRow.Entry measuring(Variant variant, String progress) {
        return bare(variant, new VariantRow.Judged(VerdictState.MEASURING, progress, ""));
    }

    private static VariantRow.Entry bare(Variant variant, VariantRow.@Nullable Judged verdict) {
        return new VariantRow.Entry(
                variant.id(),
                variant.name(),
                Wording.origin(variant),
                false,
                null,
                verdict,
                Wording.DASH,
                "",
                null,
                Wording.DASH,
                null,
                UNCHECKED,
                Wording.DASH);
    }

    VariantRow.Entry entry() {
        VariantRow.Judged judged = judged();
        Verdict.Estimate estimate = estimate(trial.result().verdict());
        boolean comparable =
                trial.reference().equals(pinned.id())
                        && trial.otherInterpreter(snapshot.program()).isEmpty();
        if (estimate == null || !comparable || trial.result().pairs().isEmpty()) {
            VariantRow.Entry bare = bare(variant, judged);
            return withOutput(bare, output());
        }
        TrialResult result = trial.result();
        return new VariantRow.Entry(
                variant.id(),
                variant.name(),
                Wording.origin(variant),
                false,
                Wording.time(
                        result.measure(),
                        result.pairs().stream().mapToDouble(Pair::candidateSeconds).toArray()),
                judged,
                estimate.ratio().toString(),
                interval(estimate),
                new ForestMark(estimate.ratio(), estimate.interval(), judged.state().tone()),
                result.memory().candidate().toString(),
                change(result.memory()),
                output(),
                Figures.count(result.pairs().size()));
    }

    private static VariantRow.Entry withOutput(VariantRow.Entry row, VariantRow.Checked output) {
        return new VariantRow.Entry(
                row.id(),
                row.name(),
                row.origin(),
                row.reference(),
                row.time(),
                row.verdict(),
                row.ratio(),
                row.interval(),
                row.mark(),
                row.peak(),
                row.change(),
                output,
                row.pairs());
    }

    private VariantRow.Judged judged() {
        if (!trial.reference().equals(pinned.id())) {
            String against =
                    snapshot.variant(trial.reference())
                            .map(Variant::name)
                            .orElse(trial.reference());
            return judged(
                    VerdictState.NOT_COMPARABLE,
                    Messages.text("variants.not-comparable", against, pinned.name()));
        }
        Optional<String> other = trial.otherInterpreter(snapshot.program());
        if (other.isPresent()) {
            return judged(
                    VerdictState.NOT_COMPARABLE,
                    Messages.text(
                            "variants.other-interpreter",
                            other.get(),
                            snapshot.program().interpreter().label()));
        }
        if (!trial.input().equals(snapshot.input())) {
            return judged(
                    VerdictState.STALE,
                    Messages.text("variants.stale", InputWords.of(trial.input())));
        }
        if (!trial.result().complete()) {
            return judged(
                    VerdictState.CANCELLED,
                    Messages.counted("variants.cancelled", trial.result().pairs().size()));
        }
        Verdict verdict = trial.result().verdict();
        return judged(VerdictState.of(verdict), detail(verdict));
    }

    private static VariantRow.Judged judged(VerdictState state, String detail) {
        return new VariantRow.Judged(
                state, Messages.text("verdict." + state.words().replace(' ', '-')), detail);
    }

    private static String detail(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster faster -> refining(faster.estimate());
            case Verdict.Slower slower -> refining(slower.estimate());
            case Verdict.NoDifference none ->
                    Messages.text("variants.no-difference", Figures.percent(none.epsilon()));
            case Verdict.Undecided undecided -> undecided.reason();
            case Verdict.OutputChanged changed -> changed.difference().where();
            case Verdict.Failed failed -> failed.reason();
        };
    }

    private static String refining(Verdict.Estimate estimate) {
        return estimate.interval() == null
                ? Messages.text("variants.refining", Figures.ratio(estimate.gate()))
                : "";
    }

    private static Verdict.@Nullable Estimate estimate(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster(var estimate) -> estimate;
            case Verdict.Slower(var estimate) -> estimate;
            case Verdict.NoDifference(var estimate, _) -> estimate;
            case Verdict.Undecided(var estimate, _) -> estimate;
            case Verdict.OutputChanged _, Verdict.Failed _ -> null;
        };
    }

    private static String interval(Verdict.Estimate estimate) {
        var interval = estimate.interval();
        return interval == null ? Messages.text("variants.no-interval") : interval.toString();
    }

    private static VariantRow.@Nullable Change change(TrialResult.Memory memory) {
        if (memory.baseline().equals(Bytes.ZERO)) {
            return null;
        }
        double change = (double) memory.candidate().count() / memory.baseline().count() - 1;
        if (memory.ratio() == null || change == 0) {
            return new VariantRow.Change(Tone.NEUTRAL, Messages.text("variants.no-claim"));
        }
        return new VariantRow.Change(
                change < 0 ? Tone.LESS : Tone.MORE,
                (change < 0 ? "" : "+") + Figures.percent(change));
    }

    private VariantRow.Checked output() {
        TrialResult result = trial.result();
        if (result.verdict() instanceof Verdict.OutputChanged) {
            return new VariantRow.Checked(
                    VariantRow.Sameness.CHANGED, Messages.text("variants.output.changed"));
        }
        if (result.verdict() instanceof Verdict.Failed || result.inputsChecked() == 0) {
            return UNCHECKED;
        }
        return new VariantRow.Checked(
                VariantRow.Sameness.SAME,
                Messages.counted("variants.output.same", result.inputsChecked()));
    }
}
