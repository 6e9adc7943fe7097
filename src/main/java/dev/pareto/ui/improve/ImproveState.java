package dev.pareto.ui.improve;

import dev.pareto.ui.control.VerdictState;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the screen shows.
sealed interface ImproveState {
    /// Nothing was tried yet.
    ///
    /// @param cost how many runs and how long, before it starts
    /// @param plan what will be tried, in this order; empty where it is not known yet
    /// @param possible false where advice was asked for and has nothing to try
    record Ready(String title, String text, String cost, List<Attempt> plan, boolean possible)
            implements ImproveState {
        public Ready {
            plan = List.copyOf(plan);
        }
    }

    /// A suggestion that will be tried.
    record Attempt(String title, String where, String predicted) {}

    /// Under way.
    ///
    /// @param phase what is done now; @param detail how far that is
    /// @param part of the budget that is spent, 0 to 1; @param time in words
    record Running(String phase, String detail, double part, String time, List<Rung> rungs)
            implements ImproveState {
        public Running {
            rungs = List.copyOf(rungs);
        }
    }

    /// At its end, or stopped.
    ///
    /// @param verdict of all that was kept against the start; null where it was not measured
    /// @param claim in large letters; @param detail what it rests on
    /// @param end why no more was tried
    /// @param best what was kept, empty when nothing was; @param start what it began with
    record Done(
            @Nullable VerdictState verdict,
            String claim,
            String detail,
            String end,
            List<Rung> rungs,
            String start,
            String best,
            boolean canGoOn)
            implements ImproveState {
        public Done {
            rungs = List.copyOf(rungs);
        }

        boolean hasBest() {
            return !best.isEmpty();
        }
    }

    default List<Rung> ladder() {
        return switch (this) {
            case Ready _ -> List.of();
            case Running running -> running.rungs();
            case Done done -> done.rungs();
        };
    }
}
