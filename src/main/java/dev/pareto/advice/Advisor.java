package dev.pareto.advice;

import dev.pareto.profile.Observations;
import dev.pareto.profile.Profile;
import dev.pareto.python.Analyser;
import dev.pareto.source.SourceText;

import java.util.List;

/// Asks every rule about a profiled program. Nothing of the program is executed here.
///
/// Any thread may use it; calls block while the analyser works.
@SuppressWarnings("DoNotCallSuggester")
public final class Advisor {
    /// @param analyser of the interpreter that the program runs on; must stay open
    public Advisor(Analyser analyser) {}

    /// Looks at the own code where the profile says that it matters.
    public AdvicePlan plan(List<SourceText> ownCode, Profile profile) {
        throw new IllegalStateException("not built yet");
    }

    /// The advice, once it is known what happened at the asked places.
    public Advice advise(AdvicePlan plan, Observations observations) {
        throw new IllegalStateException("not built yet");
    }
}
