package dev.pareto.advice.container;

/// A way to ask a set instead of a list, or why there is none.
sealed interface SetFix permits SetPlan, SetFix.Impossible {
    /// There is none.
    ///
    /// @param reason a clause for people
    record Impossible(String reason) implements SetFix {}
}
