package dev.pareto.trial;

import dev.pareto.python.Launcher;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspaces;

/// Holds trials: interleaved runs of two variants that end in a verdict.
///
/// Stateless between calls; a call blocks until the verdict. One trial at a time, or they disturb
/// each other.
@SuppressWarnings("DoNotCallSuggester")
public final class Trials {
    /// Both must stay open longer than this.
    public Trials(Launcher launcher, Workspaces workspaces) {}

    /// A stop request ends it; the pairs until then are kept, in a result that is not complete.
    public TrialResult hold(TrialRequest request, StopSignal stop, TrialProgress progress)
            throws InterruptedException {
        throw new IllegalStateException("not built yet");
    }

    /// Goes on with a trial that was stopped or is undecided, for one more budget. Its pairs count.
    public TrialResult goOn(
            TrialRequest request, TrialResult soFar, StopSignal stop, TrialProgress progress)
            throws InterruptedException {
        throw new IllegalStateException("not built yet");
    }
}
