package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Independence;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.List;

/// What a look at a loop found: a piece of its work that can be done for several items at once, or
/// why there is none.
sealed interface LoopPiece {
    /// The expression that the loop evaluates for each item.
    Expression piece();

    /// Whether something in it is known to wait.
    boolean waits();

    /// A piece that can be done for several items at once.
    ///
    /// @param loop a `for`, or a comprehension; @param whole the statement around it, which can be
    ///   put into a block
    /// @param called functions of the program that take part; @param receivers objects of which a
    ///   run must show that their class is the program's
    record Found(
            Node loop,
            Statement whole,
            Expression target,
            Expression iterable,
            Expression piece,
            boolean waits,
            List<Independence.Called> called,
            List<Independence.Receiver> receivers)
            implements LoopPiece {
        public Found {
            called = List.copyOf(called);
            receivers = List.copyOf(receivers);
        }
    }

    record Unfit(Expression piece, boolean waits, String reason) implements LoopPiece {}
}
