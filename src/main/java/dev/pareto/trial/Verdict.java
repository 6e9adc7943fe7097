package dev.pareto.trial;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;

/// The answer of a trial. `no_difference` and `undecided` are the only two words for not claiming.
public sealed interface Verdict {
    /// The word on the command line and in JSON: faster, slower, no_difference, undecided,
    /// output_changed, failed.
    String id();

    /// The candidate takes less time and does the same. The interval is absent while only a gate
    /// has fired ("at least 1.3×, refining").
    record Faster(Estimate estimate) implements Verdict {
        @Override
        public String id() {
            return "faster";
        }
    }

    record Slower(Estimate estimate) implements Verdict {
        @Override
        public String id() {
            return "slower";
        }
    }

    /// The interval lies inside ±ε.
    record NoDifference(Estimate estimate, double epsilon) implements Verdict {
        @Override
        public String id() {
            return "no_difference";
        }
    }

    /// Not settled. `reason` says what is excluded and what would settle it.
    record Undecided(Estimate estimate, String reason) implements Verdict {
        @Override
        public String id() {
            return "undecided";
        }
    }

    /// The outputs differ: no speed is claimed.
    record OutputChanged(FirstDifference difference) implements Verdict {
        @Override
        public String id() {
            return "output_changed";
        }
    }

    /// A variant could not be judged: it crashed, was not executed, or its output is random.
    record Failed(String reason) implements Verdict {
        @Override
        public String id() {
            return "failed";
        }
    }

    /// Hodges–Lehmann estimate of before/after, its 99 % interval (null until the first look), and
    /// the bound that a gate gave (1.3 or 1.15; 1 without).
    record Estimate(
            Ratio ratio, @org.jspecify.annotations.Nullable RatioInterval interval, double gate) {}

    /// Where two outputs first differ.
    ///
    /// @param where as in "stdout, line 3", "exit status", "file out.csv"
    /// @param baseline and candidate: what each has there
    /// @param likelyReason order, rounding, type, missing line, exception, or empty
    record FirstDifference(String where, String baseline, String candidate, String likelyReason) {}
}
