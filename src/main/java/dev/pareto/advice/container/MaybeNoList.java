package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Freshness;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Expression.BoolOp;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.IfExp;
import dev.pareto.source.tree.Expression.UnaryOp;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Parameter;
import dev.pareto.source.tree.Statement.If;
import dev.pareto.source.tree.Statement.While;
import dev.pareto.source.tree.UnaryOperator;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/// Whether a variable may hold `None` or something else than a list where nobody asks it: a set
/// cannot be made of that.
final class MaybeNoList {
    private static final Set<String> TYPE_TESTS = Set.of("isinstance", "type", "bool");

    private final Code code;
    private final Holder holder;

    MaybeNoList(Code code, Holder holder) {
        this.code = code;
        this.holder = holder;
    }

    Optional<String> reason() {
        return holder.uses().stream()
                .filter(use -> isTested(use) || isNone(use))
                .findFirst()
                .map(
                        use ->
                                "it may be something else than a list at times (line "
                                        + use.line()
                                        + "), of which no set can be made");
    }

    /// `v is None`, `isinstance(v, …)`, `if v:`. Of what is always a list these tell nothing.
    private boolean isTested(Handling use) {
        if (!use.is(Kind.READ) || isAlwaysList()) {
            return false;
        }
        return switch (use.by()) {
            case Compare it ->
                    it.operators().contains(ComparisonOperator.IS)
                            || it.operators().contains(ComparisonOperator.IS_NOT);
            case Call it -> TYPE_TESTS.contains(use.module().text(it.function()));
            case UnaryOp it -> it.operator() == UnaryOperator.NOT;
            case BoolOp _, If _, While _, IfExp _ -> true;
            default -> false;
        };
    }

    private boolean isNone(Handling use) {
        if (use.use() instanceof Parameter parameter) {
            return isNone(parameter.defaultValue());
        }
        return use.is(Kind.REBOUND) && isNone(SteadyList.value(use).orElse(null));
    }

    private static boolean isNone(@Nullable Node value) {
        return value instanceof Constant(_, var literal) && literal == Literal.Singleton.NONE;
    }

    private boolean isAlwaysList() {
        return holder.uses(Kind.REBOUND).allMatch(use -> isNewSequence(use));
    }

    private boolean isNewSequence(Handling use) {
        return SteadyList.value(use)
                .filter(new Freshness(code.own(), use.module())::isNewSequence)
                .isPresent();
    }
}
