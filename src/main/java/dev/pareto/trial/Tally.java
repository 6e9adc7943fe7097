package dev.pareto.trial;

import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.SequentialTest.Answer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a trial has gathered until now, and the result that it makes.
final class Tally {
    private static final double MOST_OTHERS = 0.1;
    private static final double TINY = 0.01;

    private final SequentialTest test;
    private final long begin = System.nanoTime();
    private final WallTime earlier;
    private final List<Pair> pairs;
    private final Set<String> notes;
    private final int earlierPairs;
    private Plan plan;
    private int inputsChecked;
    private long measuringSince;
    private Machine.Ticks ticks = Machine.Ticks.UNKNOWN;

    /// @param soFar what an earlier part of the trial gathered; null for a new one
    Tally(SequentialTest test, @Nullable TrialResult soFar) {
        this.test = test;
        earlier = soFar == null ? WallTime.ZERO : soFar.took();
        pairs = new ArrayList<>(soFar == null ? List.of() : soFar.pairs());
        notes = new LinkedHashSet<>(soFar == null ? List.of() : soFar.notes());
        inputsChecked = soFar == null ? 0 : soFar.inputsChecked();
        plan = soFar == null ? Plan.NONE_YET : Plan.of(soFar);
        earlierPairs = pairs.size();
    }

    Plan plan() {
        return plan;
    }

    void plan(Plan chosen) {
        plan = chosen;
    }

    /// Whether it is new.
    boolean note(String text) {
        return notes.add(text);
    }

    int inputsChecked() {
        return inputsChecked;
    }

    void inputsChecked(int count) {
        inputsChecked = count;
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    int size() {
        return pairs.size();
    }

    void add(Pair pair) {
        pairs.add(pair);
    }

    /// The mean time of a run in all pairs.
    double meanSeconds() {
        return pairs.stream()
                .mapToDouble(p -> (p.baselineSeconds() + p.candidateSeconds()) / 2)
                .average()
                .orElse(0);
    }

    Answer answer() {
        return test.after(pairs);
    }

    /// From now on time and load count as those of the pairs.
    void beginMeasuring() {
        measuringSince = System.nanoTime();
        ticks = Machine.ticks();
    }

    double measuringSeconds() {
        return (System.nanoTime() - measuringSince) / 1e9;
    }

    /// Pairs that were added since the measuring began.
    int pairsMeasured() {
        return pairs.size() - earlierPairs;
    }

    /// The result with the verdict that the pairs give.
    TrialResult result() {
        return result(verdict(), true);
    }

    /// The result of a trial that the user stopped.
    TrialResult stopped() {
        Answer answer = answer();
        return result(
                new Verdict.Undecided(
                        answer.estimate(),
                        "Stopped after "
                                + pairs.size()
                                + (pairs.size() == 1 ? " pair." : " pairs.")),
                false);
    }

    TrialResult result(Verdict verdict, boolean complete) {
        var told = new ArrayList<>(notes);
        if (isTiny(verdict)) {
            told.add("The layout of memory alone can make a difference of less than 1 %.");
        }
        return new TrialResult(
                verdict,
                plan.mode(),
                plan.timing().measure(),
                pairs,
                earlier.plus(WallTime.ofNanos(System.nanoTime() - begin)),
                inputsChecked,
                !(verdict instanceof Verdict.OutputChanged),
                PeakMemory.of(pairs),
                complete,
                told);
    }

    private static boolean isTiny(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster(var estimate) -> estimate.ratio().value() < 1 + TINY;
            case Verdict.Slower(var estimate) -> estimate.ratio().value() > 1 / (1 + TINY);
            default -> false;
        };
    }

    private Verdict verdict() {
        Answer answer = answer();
        return switch (answer.kind()) {
            case FASTER -> new Verdict.Faster(answer.estimate());
            case SLOWER -> new Verdict.Slower(answer.estimate());
            case NO_DIFFERENCE -> new Verdict.NoDifference(answer.estimate(), test.epsilon());
            case OPEN -> new Verdict.Undecided(answer.estimate(), reason(answer));
        };
    }

    private String reason(Answer answer) {
        int measured = pairsMeasured();
        double pairSeconds = measured == 0 ? 0 : measuringSeconds() / measured;
        return busy()
                + Excluded.reason(answer.estimate(), pairs.size(), pairSeconds, test.epsilon());
    }

    /// Plain wall time is worth little on a machine that does other things.
    private String busy() {
        if (plan.timing() != Timing.WALL || pairsMeasured() == 0) {
            return "";
        }
        double ours =
                pairs.subList(earlierPairs, pairs.size()).stream()
                        .mapToDouble(p -> p.baseline().cpu().plus(p.candidate().cpu()).seconds())
                        .sum();
        double whole = measuringSeconds() * Machine.cores();
        double others = Machine.ticks().busySince(ticks).orElse(0) - ours / whole;
        return others > MOST_OTHERS
                ? "Too busy to judge: other programs used "
                        + Figures.percent(others)
                        + " of the cores. "
                : "";
    }
}
