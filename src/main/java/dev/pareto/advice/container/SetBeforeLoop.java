package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Pauses;
import dev.pareto.advice.rule.Repetition;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Lambda;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the set before the outermost loop in which the list stays what it is.
final class SetBeforeLoop {
    private final Code code;
    private final ParsedModule module;
    private final Holder holder;
    private final SteadyList steady;
    private final StatementEdits statements;

    SetBeforeLoop(Code code, Holder holder) {
        this.code = code;
        this.holder = holder;
        module = code.module();
        steady = new SteadyList(code, holder);
        statements = new StatementEdits(code.source());
    }

    SetFix fix(Compare compare) {
        Statement best = null;
        for (Statement loop : Repetition.of(compare, code)) {
            Optional<String> reason = reason(compare, loop);
            if (reason.isPresent()) {
                if (best == null) {
                    return new SetFix.Impossible(reason.get());
                }
                break;
            }
            best = loop;
        }
        return best == null ? new SetFix.Impossible(noLoop()) : plan(best);
    }

    private String noLoop() {
        return switch (holder.reach()) {
            case PARAMETER ->
                    "the list comes from the caller and is asked once for each call: there is no"
                            + " loop here before which a set could be made";
            case FOREIGN -> "the list belongs to another file, and no loop here asks it";
            default -> "it is not asked in a loop, so building a set would cost more than it saves";
        };
    }

    private Optional<String> reason(Compare compare, Statement loop) {
        if (!statements.canPrecede(loop) || !isForVariables(module.scopeOf(loop))) {
            return Optional.of("there is no place for a set before the loop");
        }
        return new Pauses(module)
                .laterThan(compare, loop)
                .map(_ -> "it is asked by a generator, which runs later than a set would be made")
                .or(() -> steady.reason(loop));
    }

    private static boolean isForVariables(Scope scope) {
        return scope.kind() == Scope.Kind.FUNCTION || scope.kind() == Scope.Kind.MODULE;
    }

    private SetFix plan(Statement loop) {
        String text = module.text(holder.expression());
        String name = module.freshName(SetNames.local(holder.name()));
        List<SetPlan.Lookup> lookups =
                holder.uses(Kind.ASKED)
                        .filter(use -> use.module() == module && isRepeated(use, loop))
                        .filter(use -> module.text(use.use()).equals(text))
                        .map(
                                use ->
                                        new SetPlan.Lookup(
                                                (Compare) use.by(),
                                                List.of(TextEdit.replace(use.use().span(), name))))
                        .toList();
        boolean proved = steady.isProved(loop);
        List<Condition> proofs = new ArrayList<>();
        proofs.add(Condition.proved("The name " + name + " is free"));
        if (proved) {
            proofs.add(Condition.proved("Nothing changes the list inside the loop"));
        }
        return new SetPlan(
                code,
                code.path() + " " + text + " before " + loop.id(),
                "Make a set before the loop",
                lookups,
                List.of(statements.before(loop, name + " = set(" + text + ")")),
                List.of(loop),
                proofs,
                proved,
                holder.reach() == Reach.LOCAL && proved
                        ? "It needs memory for the set: one reference for each item."
                        : "It needs memory for the set: one reference for each item. Whoever changes"
                                + " the list while the loop runs would not be seen by the loop.");
    }

    /// Whether a lookup runs inside of the loop, in the same call of the same function.
    private boolean isRepeated(Handling use, Statement loop) {
        Expression compare = (Expression) use.by();
        boolean inside =
                module.enclosingLoops(compare).stream()
                        .map(each -> module.enclosingStatement(each).orElseThrow())
                        .anyMatch(each -> loop.span().contains(each.span()));
        boolean inLambda =
                module.ancestors(compare).stream()
                        .takeWhile(above -> !above.is(loop))
                        .anyMatch(Lambda.class::isInstance);
        return inside
                && !inLambda
                && module.hasExactSpan(compare)
                && new Pauses(module).laterThan(compare, loop).isEmpty()
                && module.enclosingFunction(compare)
                        .map(Node::id)
                        .equals(module.enclosingFunction(loop).map(Node::id));
    }
}
