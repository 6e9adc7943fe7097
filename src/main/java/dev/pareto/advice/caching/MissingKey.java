package dev.pareto.advice.caching;

import dev.pareto.advice.rule.Blocks;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.ExceptHandler;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.If;
import dev.pareto.source.tree.Statement.Return;
import dev.pareto.source.tree.Statement.Try;

import java.util.List;
import java.util.Optional;

/// Whether a memo is filled only where it does not have the key yet, so that what it held before
/// cannot get into what it holds.
final class MissingKey {
    private final Memo memo;
    private final ParsedModule module;

    MissingKey(Memo memo) {
        this.memo = memo;
        module = memo.code().module();
    }

    Optional<String> reason() {
        return isInBranch() || isAfterReturn()
                ? Optional.empty()
                : Optional.of(
                        "`%s` may be filled again for a key that it has (line %d)"
                                .formatted(memo.dict().name(), memo.store().line()));
    }

    /// `if key not in NAME:`, `if found is None:`, `except KeyError:`
    private boolean isInBranch() {
        Node part = memo.store();
        for (Node above : module.ancestors(memo.store())) {
            Node inner = part;
            boolean missing =
                    switch (above) {
                        case If it ->
                                it.body().stream().anyMatch(inner::is)
                                        && (asks(it.test(), ComparisonOperator.NOT_IN)
                                                || isFound(it.test(), ComparisonOperator.IS));
                        case ExceptHandler it ->
                                it.type() instanceof Name name
                                        && name.name().equals("KeyError")
                                        && module.parent(it).orElseThrow() instanceof Try attempt
                                        && reads(attempt.body());
                        default -> false;
                    };
            if (missing) {
                return true;
            }
            part = above;
        }
        return false;
    }

    /// `if key in NAME: return …`, `if found is not None: return …`, `try: return NAME[key]`
    private boolean isAfterReturn() {
        return Blocks.before(memo.store(), module).stream()
                .anyMatch(
                        it ->
                                switch (it) {
                                    case If branch ->
                                            branch.body().getLast() instanceof Return
                                                    && (asks(branch.test(), ComparisonOperator.IN)
                                                            || isFound(
                                                                    branch.test(),
                                                                    ComparisonOperator.IS_NOT));
                                    case Try attempt ->
                                            attempt.body().size() == 1
                                                    && attempt.body().getFirst() instanceof Return
                                                    && reads(attempt.body());
                                    default -> false;
                                });
    }

    private boolean asks(Expression test, ComparisonOperator operator) {
        return test instanceof Compare it
                && it.operators().equals(List.of(operator))
                && memo.isKey(it.left())
                && isMemo(it.comparators().getFirst());
    }

    private boolean isMemo(Expression expression) {
        return expression instanceof Name it && it.name().equals(memo.dict().name());
    }

    /// Whether only one statement stands there, which reads the memo.
    private boolean reads(List<Statement> body) {
        if (body.size() != 1) {
            return false;
        }
        Expression value =
                switch (body.getFirst()) {
                    case Return it -> it.value();
                    case Assign it -> it.value();
                    default -> null;
                };
        return value instanceof Subscript it && isMemo(it.value()) && memo.isKey(it.index());
    }

    /// `found is None` after `found = NAME.get(key)`
    private boolean isFound(Expression test, ComparisonOperator operator) {
        return test instanceof Compare it
                && it.operators().equals(List.of(operator))
                && it.comparators().getFirst() instanceof Constant(_, var literal)
                && literal == Literal.Singleton.NONE
                && it.left() instanceof Name found
                && module.binding(found).stream()
                        .flatMap(binding -> binding.uses(Access.STORE).stream())
                        .filter(use -> use.span().start() < test.span().start())
                        .map(use -> module.parent(use.node()).orElse(use.node()))
                        .allMatch(this::gets)
                && module.binding(found).stream()
                        .flatMap(binding -> binding.uses(Access.STORE).stream())
                        .anyMatch(use -> use.span().start() < test.span().start());
    }

    private boolean gets(Node statement) {
        return statement instanceof Assign it
                && it.value() instanceof Call(_, Attribute method, var arguments, var keywords)
                && method.attribute().equals("get")
                && isMemo(method.value())
                && keywords.isEmpty()
                && !arguments.isEmpty()
                && memo.isKey(arguments.getFirst())
                && arguments.stream()
                        .skip(1)
                        .allMatch(
                                other ->
                                        other instanceof Constant(_, var literal)
                                                && literal == Literal.Singleton.NONE);
    }
}
