package dev.pareto.ui.measuring;

import dev.pareto.ui.control.VerdictState;

import java.util.List;

/// All that the screen says at one moment.
///
/// @param state measuring, or cancelled when it was stopped
/// @param subject which variants; @param title what is known; @param sentence what that rests on
/// @param steps in their order; @param part how much is done, 0 to 1
/// @param figures counts and times
/// @param goOn what going on would take; empty while it runs
record Progress(
        VerdictState state,
        String subject,
        String title,
        String sentence,
        List<Step> steps,
        double part,
        List<Figure> figures,
        PairsPicture pairs,
        String goOn) {
    static final Progress NONE =
            new Progress(
                    VerdictState.MEASURING,
                    "",
                    "",
                    "",
                    List.of(),
                    0,
                    List.of(),
                    PairsPicture.NONE,
                    "");

    Progress {
        steps = List.copyOf(steps);
        figures = List.copyOf(figures);
    }

    /// A step of the trial.
    record Step(String name, Place place) {
        /// Whether a step is over.
        enum Place {
            DONE,
            NOW,
            TO_COME
        }
    }

    /// A figure with what it is and what it means.
    record Figure(String name, String value, String detail) {}
}
