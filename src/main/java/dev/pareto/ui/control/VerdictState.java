package dev.pareto.ui.control;

import dev.pareto.trial.Verdict;

import java.util.Locale;

/// What a verdict chip can say.
public enum VerdictState {
    FASTER,
    SLOWER,
    NO_DIFFERENCE,
    UNDECIDED,
    OUTPUT_CHANGED,
    FAILED,
    CANCELLED,
    STALE,
    NOT_COMPARABLE,
    MEASURING;

    public static VerdictState of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster _ -> FASTER;
            case Verdict.Slower _ -> SLOWER;
            case Verdict.NoDifference _ -> NO_DIFFERENCE;
            case Verdict.Undecided _ -> UNDECIDED;
            case Verdict.OutputChanged _ -> OUTPUT_CHANGED;
            case Verdict.Failed _ -> FAILED;
        };
    }

    /// The tone of its estimate.
    public Tone tone() {
        return switch (this) {
            case FASTER -> Tone.LESS;
            case SLOWER -> Tone.MORE;
            default -> Tone.NEUTRAL;
        };
    }

    /// For people: "output changed".
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Of its pseudo-class: "output-changed".
    public String styleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
