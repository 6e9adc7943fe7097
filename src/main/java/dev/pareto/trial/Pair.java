package dev.pareto.trial;

import dev.pareto.python.Usage;

/// One pair of runs, baseline and candidate.
///
/// @param candidateFirst the coin's answer
/// @param baselineSeconds and candidateSeconds: in the trial's measure
public record Pair(
        boolean candidateFirst,
        double baselineSeconds,
        double candidateSeconds,
        Usage baseline,
        Usage candidate) {
    /// d = ln(baseline / candidate): positive when the candidate is faster.
    public double logRatio() {
        return Math.log(baselineSeconds / candidateSeconds);
    }
}
