package dev.pareto.history;

import dev.pareto.profile.Profile;
import dev.pareto.program.Input;
import dev.pareto.trial.TrialResult;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/// What the history gives back.
public final class Rows {
    private Rows() {}

    /// A program that was opened.
    ///
    /// @param state what the program bar held, as the writer encoded it
    /// @param verdict of the newest trial and its ratio, null where there is none
    public record ProgramRow(
            String key,
            String root,
            String target,
            @Nullable String lesson,
            String state,
            Instant openedAt,
            @Nullable String verdict,
            @Nullable Double ratio) {}

    /// A stored profile.
    public record ProfileRow(String variant, Input input, Profile profile, Instant at) {}

    /// Stored advice, as its writer encoded it.
    public record AdviceRow(String variant, String body) {}

    /// What a rule predicted, and what a trial then measured.
    ///
    /// @param target what is started; @param memory whether it is about the peak memory
    /// @param low and high: predicted ratio before/after; @param measured null without a ratio
    /// @param verdict id of the trial's verdict
    public record PredictionRow(
            String target,
            String rule,
            boolean memory,
            double low,
            double high,
            @Nullable Double measured,
            String verdict,
            Map<String, String> environment,
            Instant at) {}

    /// A stored trial.
    public record TrialRow(
            long id,
            String program,
            String reference,
            String candidate,
            Input input,
            TrialResult result,
            Map<String, String> environment,
            Instant at) {}
}
