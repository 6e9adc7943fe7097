package dev.pareto.ui.measuring;

import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.trial.TrialProgress.Phase;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.measuring.Progress.Figure;
import dev.pareto.ui.measuring.Progress.Step;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrialStatus;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Says how far a trial is.
final class ProgressBuilder {
    private static final int FIRST_LOOK = 11;

    private final Snapshot snapshot;
    private final TrialStatus status;
    private final TrialResult soFar;
    private final int pairs;
    private final boolean stopped;

    ProgressBuilder(Snapshot snapshot, TrialStatus status, boolean stopped) {
        this.snapshot = snapshot;
        this.status = status;
        this.soFar = status.soFar();
        this.pairs = soFar.pairs().size();
        this.stopped = stopped;
    }

    Progress progress() {
        Variant candidate = variant(status.candidate());
        return new Progress(
                stopped ? VerdictState.CANCELLED : VerdictState.MEASURING,
                Messages.text(
                        "measuring.subject",
                        candidate.id() + ", " + candidate.name(),
                        variant(status.reference()).name()),
                title(),
                sentence(),
                steps(),
                part(),
                figures(),
                picture(candidate),
                stopped && pairs > 0 ? goOn() : "");
    }

    private Variant variant(String id) {
        return snapshot.variant(id).orElse(snapshot.baseline());
    }

    private String title() {
        if (stopped) {
            return Messages.counted("measuring.stopped", pairs);
        }
        return switch (status.phase()) {
            case PREPARING -> Messages.text("measuring.preparing");
            case CHECKING_OUTPUT -> Messages.text("measuring.checking");
            case MEASURING -> {
                Verdict.Estimate estimate = estimate();
                if (estimate == null || pairs == 0) {
                    yield Messages.text("measuring.beginning");
                }
                yield switch (soFar.verdict()) {
                    case Verdict.Faster _ when estimate.interval() == null ->
                            Messages.text("measuring.faster", bound(estimate.gate()));
                    case Verdict.Slower _ when estimate.interval() == null ->
                            Messages.text("measuring.slower", bound(estimate.gate()));
                    default -> Messages.text("measuring.so-far", estimate.ratio());
                };
            }
        };
    }

    private String sentence() {
        if (stopped) {
            return pairs == 0
                    ? Messages.text("measuring.stopped.nothing")
                    : Messages.text("measuring.stopped.kept", range());
        }
        return switch (status.phase()) {
            case PREPARING -> Messages.text("measuring.preparing.sentence");
            case CHECKING_OUTPUT -> Messages.text("measuring.checking.sentence");
            case MEASURING ->
                    hasGate()
                            ? Messages.text("measuring.gate.sentence", pairs, look())
                            : pairs < FIRST_LOOK
                                    ? Messages.text("measuring.first-look", look())
                                    : Messages.text("measuring.next-look", pairs, look());
        };
    }

    private boolean hasGate() {
        Verdict.Estimate estimate = estimate();
        return estimate != null
                && estimate.interval() == null
                && (soFar.verdict() instanceof Verdict.Faster
                        || soFar.verdict() instanceof Verdict.Slower);
    }

    private int look() {
        return status.nextLook() > 0 ? status.nextLook() : FIRST_LOOK;
    }

    private List<Step> steps() {
        return List.of(
                step(Messages.text("measuring.step.prepare"), Phase.PREPARING),
                step(Messages.text("measuring.step.output"), Phase.CHECKING_OUTPUT),
                step(Messages.text("measuring.step.pairs", pairs, look()), Phase.MEASURING),
                new Step(Messages.text("measuring.step.verdict"), Step.Place.TO_COME));
    }

    private Step step(String name, Phase phase) {
        int order = phase.compareTo(status.phase());
        return new Step(
                name,
                order < 0 ? Step.Place.DONE : order == 0 ? Step.Place.NOW : Step.Place.TO_COME);
    }

    /// The steps before the pairs take a little of the bar; how long they take is not known.
    private double part() {
        return switch (status.phase()) {
            case PREPARING -> 0.05;
            case CHECKING_OUTPUT -> 0.12;
            case MEASURING -> 0.2 + 0.8 * Math.min(1, (double) pairs / look());
        };
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        figures.add(
                new Figure(
                        Messages.text("measuring.figure.pairs"),
                        Messages.text("measuring.figure.of", pairs, look()),
                        Messages.text(
                                pairs < FIRST_LOOK
                                        ? "measuring.figure.first-look"
                                        : "measuring.figure.next-look",
                                look())));
        figures.add(
                new Figure(
                        Messages.text("measuring.figure.left"),
                        pairs == 0 ? "–" : Messages.text("measuring.figure.about", left()),
                        Messages.text("measuring.figure.to-look")));
        double rest = Math.max(0, status.budget().seconds() - status.elapsed().seconds());
        figures.add(
                new Figure(
                        Messages.text("measuring.figure.elapsed"),
                        status.elapsed().toString(),
                        Messages.text(
                                "measuring.figure.budget", status.budget(), Figures.time(rest))));
        figures.add(ratio());
        figures.add(
                new Figure(
                        Messages.text("measuring.figure.output"),
                        Messages.text(
                                soFar.inputsChecked() == 0
                                        ? "measuring.figure.open"
                                        : soFar.outputSame()
                                                ? "measuring.figure.same"
                                                : "measuring.figure.changed"),
                        Messages.counted("measuring.figure.inputs", soFar.inputsChecked())));
        return figures;
    }

    private Figure ratio() {
        Verdict.Estimate estimate = estimate();
        if (estimate != null && estimate.interval() != null) {
            return new Figure(
                    Messages.text("measuring.figure.estimate"),
                    estimate.ratio().toString(),
                    Messages.text("measuring.figure.interval", estimate.interval()));
        }
        return new Figure(
                Messages.counted("measuring.figure.range", pairs),
                pairs == 0 ? "–" : range(),
                Messages.text("measuring.figure.no-interval"));
    }

    private String range() {
        double[] ratios = soFar.pairs().stream().mapToDouble(p -> Math.exp(p.logRatio())).toArray();
        Arrays.sort(ratios);
        return Figures.range(ratios[0], ratios[ratios.length - 1]) + "×";
    }

    /// Time to the next look: what a pair has taken so far, set-up included, times those to come.
    private String left() {
        return Figures.time((look() - pairs) * status.elapsed().seconds() / pairs);
    }

    private String goOn() {
        return Messages.counted("measuring.go-on.cost", look() - pairs, left());
    }

    private PairsPicture picture(Variant candidate) {
        Tone tone =
                switch (soFar.verdict()) {
                    case Verdict.Faster _ -> Tone.LESS;
                    case Verdict.Slower _ -> Tone.MORE;
                    default -> Tone.NEUTRAL;
                };
        return new PairsPicture(
                variant(status.reference()).isBaseline()
                        ? variant(status.reference()).name()
                        : status.reference(),
                candidate.id(),
                soFar.pairs(),
                Math.max(look(), pairs),
                stopped || status.phase() != Phase.MEASURING ? 0 : look(),
                pairs == 0 ? null : estimate(),
                stopped,
                stopped ? Tone.NEUTRAL : tone);
    }

    private Verdict.@Nullable Estimate estimate() {
        return switch (soFar.verdict()) {
            case Verdict.Faster(var estimate) -> estimate;
            case Verdict.Slower(var estimate) -> estimate;
            case Verdict.NoDifference(var estimate, _) -> estimate;
            case Verdict.Undecided(var estimate, _) -> estimate;
            case Verdict.OutputChanged _, Verdict.Failed _ -> null;
        };
    }

    /// 1.3 → "1.3×".
    private static String bound(double gate) {
        return new BigDecimal(Double.toString(gate)).stripTrailingZeros().toPlainString() + "×";
    }
}
