package dev.pareto.advice.rule;

import dev.pareto.quantity.WallTime;

import java.util.Optional;

/// The packages beyond the standard library that a program's interpreter finds. Calls may block
/// while it is asked.
@FunctionalInterface
public interface Packages {
    /// None is known to be there.
    Packages NONE = _ -> Optional.empty();

    /// How much later a program starts that imports a package; empty where it is not there.
    ///
    /// @param name as it is imported: "numpy"
    Optional<WallTime> importTime(String name);
}
