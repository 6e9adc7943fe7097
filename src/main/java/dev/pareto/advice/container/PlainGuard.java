package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.KeyPath;
import dev.pareto.source.module.Binding;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.UnaryOp;
import dev.pareto.source.tree.UnaryOperator;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A condition that only looks into an item, and runs no code of the program: `row["paid"]`,
/// `row.kind == "order"`.
///
/// @param path what it looks at
record PlainGuard(Expression condition, KeyPath path) {
    private static final Set<ComparisonOperator> VALUES =
            Set.of(
                    ComparisonOperator.EQUAL,
                    ComparisonOperator.NOT_EQUAL,
                    ComparisonOperator.LESS,
                    ComparisonOperator.LESS_OR_EQUAL,
                    ComparisonOperator.GREATER,
                    ComparisonOperator.GREATER_OR_EQUAL);

    private static final List<String> COMPARING =
            List.of(
                    "__eq__",
                    "__ne__",
                    "__lt__",
                    "__le__",
                    "__gt__",
                    "__ge__",
                    "__bool__",
                    "__len__");

    /// @param names the variables that hold an item
    static Optional<PlainGuard> of(Expression condition, List<Name> names, Code code) {
        Expression looked =
                switch (condition) {
                    case UnaryOp it when it.operator() == UnaryOperator.NOT -> it.operand();
                    case Compare it
                            when it.operators().size() == 1
                                    && VALUES.contains(it.operators().getFirst())
                                    && it.comparators().getFirst() instanceof Constant ->
                            it.left();
                    default -> condition;
                };
        if (code.module().text(condition).indexOf('\n') >= 0
                || COMPARING.stream().anyMatch(code.own()::defines)) {
            return Optional.empty();
        }
        return KeyPath.of(looked)
                .filter(path -> !path.parts().isEmpty())
                .filter(path -> isOfItem(path, names, code))
                .map(path -> new PlainGuard(condition, path));
    }

    private static boolean isOfItem(KeyPath path, List<Name> names, Code code) {
        Optional<Binding> root = path.name().flatMap(code.module()::binding);
        return root.isPresent()
                && names.stream()
                        .anyMatch(
                                it ->
                                        code.module()
                                                .bindingOf(it)
                                                .filter(root.get()::equals)
                                                .isPresent());
    }
}
