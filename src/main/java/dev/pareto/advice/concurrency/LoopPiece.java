package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Independence;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ValueSeen;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.List;
import java.util.Optional;

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
    ///   run must show that their class is the program's; @param inPlace whether its result must
    ///   come where it stands, since it is caught there or follows something else; @param block the
    ///   statements at the beginning of the loop that belong together; empty where the piece stands
    ///   alone
    record Found(
            Node loop,
            Statement whole,
            Expression target,
            Expression iterable,
            Expression piece,
            boolean waits,
            List<Independence.Called> called,
            List<Independence.Receiver> receivers,
            boolean inPlace,
            List<Statement> block)
            implements LoopPiece {
        public Found {
            called = List.copyOf(called);
            receivers = List.copyOf(receivers);
            block = List.copyOf(block);
        }

        /// The same, to be left where it stands.
        Found toBeInPlace() {
            return new Found(
                    loop, whole, target, iterable, piece, waits, called, receivers, true, block);
        }

        /// How often the work is begun: calls that fail, and are caught in the loop, count as well.
        long trips(Code code, Observations seen) {
            return begun(code.module())
                    .map(it -> seen.reached(begun(it, code).id()))
                    .orElseGet(
                            () ->
                                    seen.value(code.value(piece).id())
                                            .map(ValueSeen::times)
                                            .orElse(0L));
        }

        /// What [#trips] must ask.
        Question counting(Code code) {
            return begun(code.module())
                    .<Question>map(it -> begun(it, code))
                    .orElseGet(() -> code.value(piece));
        }

        private static Question.Reached begun(Statement statement, Code code) {
            Question.Reached reached = code.reached(statement);
            return new Question.Reached("begun " + reached.id(), reached.place());
        }

        private Optional<Statement> begun(ParsedModule module) {
            return inPlace && loop instanceof Statement
                    ? module.enclosingStatement(piece)
                    : Optional.empty();
        }

        /// The nodes whose time it is about.
        List<Node> places() {
            return block.isEmpty() ? List.of(piece) : List.copyOf(block);
        }
    }

    record Unfit(Expression piece, boolean waits, String reason) implements LoopPiece {}
}
