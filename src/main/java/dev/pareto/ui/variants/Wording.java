package dev.pareto.ui.variants;

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
}
