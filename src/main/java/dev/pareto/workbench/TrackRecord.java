package dev.pareto.workbench;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// How well the predictions of one rule have held on this machine so far.
///
/// @param cases suggestions that were applied and measured, newest first; of one that was measured
///   again the newest
public record TrackRecord(List<Case> cases) {
    public static final TrackRecord NONE = new TrackRecord(List.of());

    /// What is called near: the measured ratio lies within the predicted range, or off it by this
    /// factor at most.
    public static final double NEAR = 1.5;

    public TrackRecord {
        cases = List.copyOf(cases);
    }

    /// How many were near.
    public long near() {
        return cases.stream().filter(Case::isNear).count();
    }

    /// One suggestion.
    ///
    /// @param program what was started; @param memory whether it is about the peak memory
    /// @param predicted ratio before/after of the whole program; @param measured null where the
    ///   trial gave none, as when the output changed
    /// @param verdict id of the trial's verdict
    public record Case(
            String program,
            boolean memory,
            RatioInterval predicted,
            @Nullable Ratio measured,
            String verdict,
            Instant at) {

        public boolean isNear() {
            return measured != null
                    && measured.value() >= predicted.low().value() / NEAR
                    && measured.value() <= predicted.high().value() * NEAR;
        }
    }
}
