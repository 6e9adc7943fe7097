package dev.pareto.workbench;

import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.CopyOptions;
import dev.pareto.python.Limits;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialProgress;
import dev.pareto.trial.TrialRequest;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.TrialRules;
import dev.pareto.trial.Verdict;
import dev.pareto.trial.Verdict.Estimate;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Holds a trial of a program of ours against itself.
final class Noise {
    /// Long enough for several looks, short enough to wait for.
    private static final WallTime BUDGET = new WallTime(10);

    private final Tools tools;

    Noise(Tools tools) {
        this.tools = tools;
    }

    NoiseReport measure(Interpreter interpreter, StopSignal stop, TrialProgress progress)
            throws ProblemException, InterruptedException {
        try (var _ = tools.turn();
                var sample = Doctor.ScratchProgram.of("sample.py", Doctor.SAMPLE)) {
            Program program =
                    new Program(
                            sample.folder(),
                            new Target.Script("sample.py"),
                            interpreter,
                            sample.folder(),
                            Map.of(),
                            Program.Trust.LESSON);
            Variant twin =
                    new Variant("twin", "twin", Variant.BASELINE_ID, Variant.Origin.EDIT, Map.of());
            TrialRequest request =
                    new TrialRequest(
                            program,
                            Variant.baseline(),
                            twin,
                            Input.of(),
                            List.of(),
                            Limits.lesson(),
                            TrialRules.DEFAULT.within(BUDGET));
            TrialResult result =
                    tools.trials(interpreter, CopyOptions.DEFAULT).hold(request, stop, progress);
            return new NoiseReport(result, spread(result.pairs()), detectable(result.verdict()));
        } catch (IOException e) {
            throw Problems.internal(
                    "The folder for temporary files cannot be written.",
                    "Nothing can be run without it.",
                    "Is the disk full?",
                    e.toString());
        }
    }

    private static double spread(List<Pair> pairs) {
        double[] ratios = pairs.stream().mapToDouble(Pair::logRatio).sorted().toArray();
        double middle = median(ratios);
        double[] distances =
                Arrays.stream(ratios).map(ratio -> Math.abs(ratio - middle)).sorted().toArray();
        return 1.4826 * median(distances);
    }

    /// Half the width of the interval: a difference as large would just exclude 1.
    private static double detectable(Verdict verdict) {
        Estimate estimate =
                switch (verdict) {
                    case Verdict.Faster(Estimate e) -> e;
                    case Verdict.Slower(Estimate e) -> e;
                    case Verdict.NoDifference(Estimate e, _) -> e;
                    case Verdict.Undecided(Estimate e, _) -> e;
                    case Verdict.OutputChanged _, Verdict.Failed _ -> null;
                };
        if (estimate == null || estimate.interval() == null) {
            return Double.POSITIVE_INFINITY;
        }
        double low = Math.log(estimate.interval().low().value());
        double high = Math.log(estimate.interval().high().value());
        return Math.expm1((high - low) / 2);
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
