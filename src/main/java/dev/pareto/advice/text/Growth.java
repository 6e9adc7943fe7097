package dev.pareto.advice.text;

import dev.pareto.advice.rule.Code;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.BinOp;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.NamedExpr;
import dev.pareto.source.tree.Expression.Yield;
import dev.pareto.source.tree.Expression.YieldFrom;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.AugAssign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A statement that makes a text longer: `s += piece`, `s = s + piece`, `s = piece + s`; or one
/// that an object holds: `self.s += piece`.
///
/// @param target the name or attribute where it is set; @param read the same where it is read, one
///   node for `+=`
/// @param pieces what is added, each of which must be a text
/// @param added their source, as an argument of a call
/// @param prepends whether the pieces come first
record Growth(
        Statement statement,
        Expression target,
        Expression read,
        List<Expression> pieces,
        String added,
        boolean prepends) {
    Growth {
        pieces = List.copyOf(pieces);
    }

    /// Whether CPython must copy the whole text, whatever variable it is. An object that holds it
    /// knows it, too.
    boolean alwaysCopies() {
        return prepends
                || target instanceof Attribute
                || (pieces.size() > 1 && statement instanceof Assign);
    }

    static Optional<Growth> of(Node node, Code code) {
        return switch (node) {
            case AugAssign(_, var target, var operator, var value)
                    when operator == BinaryOperator.ADD && isHolder(target) ->
                    growth((Statement) node, target, target, List.of(value), false, code);
            case Assign(_, var targets, BinOp sum)
                    when targets.size() == 1 && isHolder(targets.getFirst()) ->
                    ofSum((Assign) node, targets.getFirst(), sum, code);
            default -> Optional.empty();
        };
    }

    private static boolean isHolder(Expression target) {
        return target instanceof Name || target instanceof Attribute(_, Name _, _, _);
    }

    /// Whether two expressions mean the same variable or attribute, as far as that can be read.
    private static boolean isSame(Expression one, Expression other) {
        return switch (one) {
            case Name it -> other instanceof Name name && name.name().equals(it.name());
            case Attribute it ->
                    other instanceof Attribute that
                            && that.attribute().equals(it.attribute())
                            && isSame(it.value(), that.value());
            default -> false;
        };
    }

    private static Optional<Growth> ofSum(Assign node, Expression target, BinOp sum, Code code) {
        List<Expression> operands = operands(sum);
        if (operands.size() < 2) {
            return Optional.empty();
        }
        if (isSame(target, operands.getFirst())) {
            var pieces = operands.subList(1, operands.size());
            return growth(node, target, operands.getFirst(), pieces, false, code);
        }
        if (isSame(target, operands.getLast())) {
            var pieces = operands.subList(0, operands.size() - 1);
            return growth(node, target, operands.getLast(), pieces, true, code);
        }
        return Optional.empty();
    }

    /// The parts of `a + b + c`; not of `a + (b + c)`, which is `a` and one sum.
    private static List<Expression> operands(Expression sum) {
        List<Expression> found = new ArrayList<>();
        Expression left = sum;
        while (left instanceof BinOp it && it.operator() == BinaryOperator.ADD) {
            found.addFirst(it.right());
            left = it.left();
        }
        found.addFirst(left);
        return found;
    }

    private static Optional<Growth> growth(
            Statement statement,
            Expression target,
            Expression read,
            List<Expression> pieces,
            boolean prepends,
            Code code) {
        String text = code.source().text();
        int end = statement.span().end();
        String added;
        if (prepends) {
            int start = pieces.getFirst().span().start();
            added = text.substring(start, read.span().start()).strip();
            if (!added.endsWith("+") || !isBalanced(added)) {
                return Optional.empty();
            }
            added = added.substring(0, added.length() - 1).strip();
        } else {
            String operator = statement instanceof Assign ? "+" : "+=";
            added = text.substring(read.span().end(), end).strip();
            if (statement instanceof Assign && !isBalanced(added)) {
                // All of the sum stands in brackets.
                int last = pieces.getLast().span().end();
                added = text.substring(read.span().end(), last).strip();
            }
            if (!added.startsWith(operator)) {
                return Optional.empty();
            }
            added = added.substring(operator.length()).strip();
        }
        if (pieces.size() == 1) {
            String inner = code.module().text(pieces.getFirst());
            boolean bracketed =
                    added.startsWith("(")
                            && added.endsWith(")")
                            && added.substring(1, added.length() - 1).strip().equals(inner);
            added = bracketed ? inner : added;
        }
        boolean special =
                pieces.stream().anyMatch(Growth::isSpecial)
                        || !isBalanced(added)
                        || added.contains("#");
        return special
                ? Optional.empty()
                : Optional.of(new Growth(statement, target, read, pieces, added, prepends));
    }

    private static boolean isSpecial(Expression piece) {
        return piece instanceof Yield
                || piece instanceof YieldFrom
                || piece instanceof NamedExpr
                || piece.descendants().stream().anyMatch(NamedExpr.class::isInstance);
    }

    /// Whether brackets match, as far as the last piece's own were not cut off. Brackets in texts
    /// may mislead it, to the safe side.
    private static boolean isBalanced(String code) {
        int open = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (open < 0) {
                return false;
            }
        }
        return open == 0;
    }
}
