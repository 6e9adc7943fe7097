package dev.pareto.ui.variants;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.trial.TrialResult;
import dev.pareto.ui.control.Spread;
import dev.pareto.ui.fx.Messages;

import java.util.Arrays;

/// Words and figures of the table.
final class Wording {
    static final String DASH = "–";

    private Wording() {}

    static String measure(TrialResult.Measure measure) {
        return Messages.text(measure == TrialResult.Measure.CPU ? "measure.cpu" : "measure.wall");
    }

    static String origin(Variant variant) {
        return Messages.text(
                switch (variant.origin()) {
                    case BASELINE -> "variants.origin.baseline";
                    case ADVICE -> "variants.origin.advice";
                    case EDIT -> "variants.origin.edit";
                });
    }

    static VariantRow.Time time(TrialResult.Measure measure, double[] seconds) {
        String median = Figures.time(Spread.of(seconds).median());
        double mean = Arrays.stream(seconds).average().orElseThrow();
        return new VariantRow.Time(
                median,
                measure(measure),
                Messages.text(
                        "variants.time.detail",
                        median,
                        Figures.time(mean),
                        Figures.count(seconds.length)));
    }

    /// "“workshop” (n 12,000, seed 7)", or the arguments as they are.
    static String input(Input input) {
        var marks = new java.util.ArrayList<String>();
        input.size().ifPresent(n -> marks.add("n " + Figures.count(n)));
        input.seed().ifPresent(s -> marks.add("seed " + s));
        if (marks.size() < input.arguments().size()) {
            input.arguments().stream()
                    .filter(a -> a.role() == Argument.Role.PLAIN)
                    .map(Argument::text)
                    .forEach(marks::add);
        }
        String what = String.join(", ", marks);
        return what.isEmpty() ? "“" + input.name() + "”" : "“" + input.name() + "” (" + what + ")";
    }
}
