package dev.pareto.trial;

import dev.pareto.python.Launcher.Abilities;
import dev.pareto.python.Usage;
import dev.pareto.trial.TrialResult.Mode;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalLong;

/// How the pairs run and which time is compared, chosen from one run of each variant.
///
/// @param why there is no braid; empty for a braid, and where a mode was forced
record Plan(Mode mode, Timing timing, String why) {
    static final Plan NONE_YET = new Plan(Mode.BRAID, Timing.CPU, "");
    private static final double MOST_BLOCKED = 0.05;

    /// As in an earlier part of the trial, so that its pairs can count.
    static Plan of(TrialResult soFar) {
        return new Plan(soFar.mode(), Timing.of(soFar), "");
    }

    /// @param forced null to have it chosen
    /// @param availableMemory for both together, in bytes; empty where unknown
    static Plan of(
            Usage baseline,
            Usage candidate,
            Abilities abilities,
            OptionalLong availableMemory,
            @Nullable Mode forced) {
        Optional<String> obstacle = obstacle(baseline).or(() -> obstacle(candidate));
        if (!abilities.pins()) {
            return sequential(
                    baseline, candidate, abilities, "This system cannot hold a pair on one core.");
        }
        if (forced == Mode.SEQUENTIAL) {
            return sequential(baseline, candidate, abilities, "");
        }
        if (forced == Mode.BRAID) {
            return new Plan(Mode.BRAID, Timing.CPU, "");
        }
        long together = baseline.peakMemory().plus(candidate.peakMemory()).count();
        if (obstacle.isEmpty() && together > availableMemory.orElse(Long.MAX_VALUE)) {
            obstacle = Optional.of("Both do not fit in memory at once.");
        }
        return obstacle.map(why -> sequential(baseline, candidate, abilities, why))
                .orElse(new Plan(Mode.BRAID, Timing.CPU, ""));
    }

    /// For runs that cannot be at the same time, though each is a single thread.
    Plan takingTurns(Abilities abilities) {
        return new Plan(
                Mode.SEQUENTIAL,
                abilities.threadTimes() ? Timing.WALL_LESS_QUEUE : Timing.WALL,
                why);
    }

    private static Plan sequential(
            Usage baseline, Usage candidate, Abilities abilities, String why) {
        boolean queueKnown = abilities.threadTimes() && isSingle(baseline) && isSingle(candidate);
        return new Plan(Mode.SEQUENTIAL, queueKnown ? Timing.WALL_LESS_QUEUE : Timing.WALL, why);
    }

    /// Whether CPU time would leave out what this run mostly does.
    static boolean isWaiting(Usage usage) {
        return isSingle(usage)
                && usage.blocked().seconds() >= MOST_BLOCKED * usage.wall().seconds();
    }

    private static Optional<String> obstacle(Usage usage) {
        if (usage.children()) {
            return Optional.of("The program starts other processes.");
        }
        if (usage.workingThreads() > 1) {
            return Optional.of("The program computes in several threads.");
        }
        return isWaiting(usage)
                ? Optional.of("The program waits for more than 5 % of its time.")
                : Optional.empty();
    }

    private static boolean isSingle(Usage usage) {
        return !usage.children() && usage.workingThreads() == 1;
    }
}
