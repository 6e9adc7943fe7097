package dev.pareto.advice.rule;

import dev.pareto.source.tree.Node;

import java.util.Optional;

/// One way to make a program faster or leaner: what it looks for, what it must know, how it changes
/// the code.
///
/// Stateless: one object looks at all programs, from any thread. What it learns about a place goes
/// into the finding.
public interface Rule {
    /// Its name, for ever: "set-lookup". Its page and its fixtures are found by it.
    String id();

    /// Whether its fix is right for an interpreter, as in 310 for Python 3.10.
    default boolean isFor(int version) {
        return version >= 310;
    }

    /// Looks at one node; empty where the rule has nothing to say, which is nearly everywhere.
    ///
    /// Called for every node of every file that can be parsed, so the first look must be cheap.
    Optional<Finding> look(Node node, Code code);
}
