package dev.pareto.cli;

import dev.pareto.quantity.Figures;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.trial.Verdict.Estimate;
import dev.pareto.workbench.TrialReport;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A verdict to read.
record TrialText(TrialReport report, Paint paint) {
    /// @param before and @param after: what the two sides are called
    String text(String before, String after) {
        TrialResult result = report.result();
        StringBuilder text = new StringBuilder();
        text.append(headline(result.verdict(), after)).append('\n');
        if (!result.pairs().isEmpty()) {
            int width = Math.max(before.length(), after.length());
            text.append(side(before, width, Pair::baselineSeconds, memory(result, true)));
            text.append(side(after, width, Pair::candidateSeconds, memory(result, false)));
            text.append(
                    "  %s time, %s in %s, %s%n"
                            .formatted(
                                    result.measure().name(),
                                    result.pairs().size() == 1
                                            ? "1 pair"
                                            : result.pairs().size() + " pairs",
                                    result.took(),
                                    result.mode() == TrialResult.Mode.BRAID
                                            ? "side by side on one core"
                                            : "one after the other in random order"));
        }
        if (!(result.verdict() instanceof Verdict.Failed)) {
            text.append("  ").append(output(result)).append('\n');
        }
        if (!result.complete()) {
            text.append("  Stopped before its end; the pairs until then are kept.\n");
        }
        result.notes().forEach(note -> text.append("  Note: ").append(note).append('\n'));
        return text.toString().stripTrailing();
    }

    private String headline(Verdict verdict, String after) {
        return switch (verdict) {
            case Verdict.Faster(Estimate e) ->
                    paint.less("▼ %s is %s faster".formatted(after, factor(e))) + interval(e);
            case Verdict.Slower(Estimate e) ->
                    paint.more(
                                    "▲ %s is slower: it takes %s the time"
                                            .formatted(after, Figures.ratio(1 / e.ratio().value())))
                            + interval(e);
            case Verdict.NoDifference(Estimate e, double epsilon) ->
                    paint.bold("≈ No difference of %s or more".formatted(Figures.percent(epsilon)))
                            + interval(e);
            case Verdict.Undecided(Estimate e, String reason) ->
                    paint.bold("? Undecided") + interval(e) + "\n  " + reason;
            case Verdict.OutputChanged(var difference) ->
                    paint.more("≠ The output changed: no speed is claimed")
                            + "\n  %s: %s before, %s after%s"
                                    .formatted(
                                            difference.where(),
                                            quoted(difference.baseline()),
                                            quoted(difference.candidate()),
                                            difference.likelyReason().isBlank()
                                                    ? ""
                                                    : " (" + difference.likelyReason() + ")");
            case Verdict.Failed(String reason) ->
                    paint.more("✗ Could not be judged") + "\n  " + reason;
        };
    }

    private static String factor(Estimate estimate) {
        return estimate.interval() == null && estimate.gate() > 1
                ? "at least " + Figures.ratio(estimate.gate())
                : estimate.ratio().toString();
    }

    private static String interval(Estimate estimate) {
        return estimate.interval() == null
                ? ""
                : "  (99 %% interval of the ratio: %s)".formatted(estimate.interval());
    }

    private static String quoted(String text) {
        return "“" + text.strip() + "”";
    }

    private String side(String name, int width, ToDoubleFunction<Pair> seconds, String memory) {
        double[] times = report.result().pairs().stream().mapToDouble(seconds).sorted().toArray();
        return "  %s  median %s, %s to %s%s%n"
                .formatted(
                        name + " ".repeat(width - name.length()),
                        Figures.time(median(times)),
                        Figures.time(times[0]),
                        Figures.time(times[times.length - 1]),
                        memory);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).average().orElseThrow();
    }

    private static String memory(TrialResult result, boolean before) {
        long bytes =
                before ? result.memory().baseline().count() : result.memory().candidate().count();
        return bytes == 0
                ? ""
                : String.format(Locale.ROOT, "; peak memory %s", Figures.bytes(bytes));
    }

    private static String output(TrialResult result) {
        String inputs =
                result.inputsChecked() == 1 ? "1 input" : result.inputsChecked() + " inputs";
        return result.inputsChecked() == 0 || (!result.complete() && result.pairs().isEmpty())
                ? "The outputs were not compared."
                : result.outputSame()
                        ? "Same output on " + inputs + "."
                        : "Outputs compared on " + inputs + ".";
    }
}
