package dev.pareto.ui.compare;

import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.compare.Facts.Mark;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.TrialReport;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Says what a trial showed beside time: output, peak memory, and where it was held.
final class FactsBuilder {
    /// It changes all the time, so that it tells no two trials apart. Said elsewhere on the page,
    /// or a hash.
    private static final Set<String> NOT_OF_THE_MACHINE = Set.of("environment", "input", "mode");

    private static final String LOAD = "load";

    private final Compared compared;
    private final TrialReport trial;

    FactsBuilder(Compared compared, TrialReport trial) {
        this.compared = compared;
        this.trial = trial;
    }

    Facts output() {
        TrialResult result = trial.result();
        if (result.verdict() instanceof Verdict.OutputChanged(var difference)) {
            var lines = new ArrayList<String>();
            lines.add(difference.where());
            if (!difference.likelyReason().isEmpty()) {
                lines.add(Messages.text("compare.output.reason", difference.likelyReason()));
            }
            return new Facts(
                    Mark.BAD,
                    Messages.text("compare.output.changed"),
                    lines,
                    difference.baseline().lines().limit(3).toList(),
                    difference.candidate().lines().limit(3).toList());
        }
        if (result.verdict() instanceof Verdict.Failed || result.inputsChecked() == 0) {
            return Facts.of(
                    Mark.NONE,
                    Messages.text("compare.output.unknown"),
                    List.of(Messages.text("compare.output.not-compared")));
        }
        return Facts.of(
                Mark.GOOD,
                Messages.text("compare.output.same"),
                List.of(
                        Messages.counted("compare.output.inputs", result.inputsChecked()),
                        Messages.counted("compare.output.pairs", result.pairs().size()),
                        Messages.text("compare.output.what")));
    }

    Facts memory() {
        TrialResult.Memory memory = trial.result().memory();
        if (memory.baseline().equals(Bytes.ZERO)) {
            return Facts.of(
                    Mark.NONE,
                    Messages.text("compare.memory.unknown"),
                    List.of(Messages.text("compare.memory.not-measured")));
        }
        String both = Messages.text("compare.memory.both", memory.baseline(), memory.candidate());
        RatioInterval ratio = memory.ratio();
        if (ratio == null) {
            return Facts.of(
                    Mark.NONE,
                    Messages.text("compare.memory.no-claim"),
                    List.of(both, Messages.text("compare.memory.too-small")));
        }
        double change = (double) memory.candidate().count() / memory.baseline().count() - 1;
        boolean less = change < 0;
        double near = Math.abs(1 / (less ? ratio.low() : ratio.high()).value() - 1);
        double far = Math.abs(1 / (less ? ratio.high() : ratio.low()).value() - 1);
        return Facts.of(
                less ? Mark.LESS : Mark.MORE,
                (less ? "" : "+") + Figures.percent(change),
                List.of(
                        both,
                        Messages.text(
                                less ? "compare.memory.less" : "compare.memory.more",
                                Figures.range(
                                        100 * Math.min(near, far), 100 * Math.max(near, far)))));
    }

    /// Where the trial was held, and which other variants were measured elsewhere.
    Facts environment() {
        var values = new TreeMap<>(trial.environment());
        var lines = new ArrayList<String>();
        values.keySet().removeAll(NOT_OF_THE_MACHINE);
        values.values().removeIf(value -> value.isEmpty() || value.equals("unknown"));
        values.forEach((name, value) -> lines.add(name + " " + value));
        var differences = new ArrayList<String>();
        compared.snapshot().trials().values().stream()
                .filter(other -> other.reference().equals(trial.reference()))
                .forEach(other -> differences.addAll(differences(other)));
        if (differences.isEmpty()) {
            return Facts.of(Mark.GOOD, Messages.text("compare.environment.same"), lines);
        }
        differences.add(Messages.text("compare.environment.remedy"));
        return Facts.of(Mark.BAD, Messages.text("compare.environment.differs"), differences);
    }

    /// Whether times of another trial may stand beside this one's.
    boolean isComparable(TrialReport other) {
        return other.reference().equals(trial.reference())
                && other.input().equals(trial.input())
                && other.result().mode() == trial.result().mode()
                && other.result().measure() == trial.result().measure()
                && differences(other).isEmpty();
    }

    private List<String> differences(TrialReport other) {
        var names = new TreeSet<>(trial.environment().keySet());
        names.addAll(other.environment().keySet());
        names.remove(LOAD);
        var found = new ArrayList<String>();
        for (String name : names) {
            String here = trial.environment().getOrDefault(name, "unknown");
            String there = other.environment().getOrDefault(name, "unknown");
            if (!here.equals(there)) {
                found.add(
                        Messages.text(
                                "compare.environment.difference",
                                other.candidate(),
                                name,
                                there,
                                here));
            }
        }
        return found;
    }
}
