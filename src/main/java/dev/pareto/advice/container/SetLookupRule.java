package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holders;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Rule;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.ListDisplay;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.TupleDisplay;
import dev.pareto.source.tree.Node;

import java.util.List;
import java.util.Optional;

/// `x in list` looks at one item after the other; `x in set` asks the hash once.
///
/// Makes a set before the loop that asks, keeps one beside a list that must stay a list, or turns a
/// literal into one.
public final class SetLookupRule implements Rule {
    @Override
    public String id() {
        return "set-lookup";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        if (!(node instanceof Compare compare) || !isLookup(compare)) {
            return Optional.empty();
        }
        Expression container = compare.comparators().getFirst();
        return switch (container) {
            case ListDisplay list ->
                    new LiteralLookup(code).fix(compare, list, list.elements()).map(this::literal);
            case TupleDisplay tuple ->
                    new LiteralLookup(code)
                            .fix(compare, tuple, tuple.elements())
                            .map(this::literal);
            case Name _, Attribute _ ->
                    new Holders(code).of(container).map(holder -> of(compare, holder, code));
            default -> Optional.empty();
        };
    }

    private static boolean isLookup(Compare compare) {
        return compare.operators().size() == 1
                && (compare.operators().getFirst() == ComparisonOperator.IN
                        || compare.operators().getFirst() == ComparisonOperator.NOT_IN);
    }

    private Finding literal(SetPlan plan) {
        return plan.candidate("Set of constants");
    }

    private Finding of(Compare compare, Holder holder, Code code) {
        String subject = "Set for `" + code.module().text(holder.expression()) + "`";
        if (!code.module().hasExactSpan(compare)) {
            return new Finding.Refused(
                    key(compare, code),
                    subject,
                    List.of(compare),
                    "it stands in an f-string, in which this Python tells no positions");
        }
        SetFix fix = veto(compare, holder, code).orElseGet(() -> choose(compare, holder, code));
        return switch (fix) {
            case SetPlan plan -> plan.candidate(subject);
            case SetFix.Impossible(var reason) -> refused(compare, subject, reason, code);
        };
    }

    /// Whether it is about a list at all shows only in a run.
    private static Finding refused(Compare compare, String subject, String reason, Code code) {
        var question = code.membership(compare, List.of());
        return new Finding.Candidate(
                key(compare, code),
                subject,
                List.of(compare),
                Finding.Time.OWN,
                List.of(question),
                evidence ->
                        evidence.observations()
                                .membership(question.id())
                                .filter(LookupsSeen::isSequence)
                                .<Judgement>map(_ -> new Judgement.Refused(reason))
                                .orElseGet(Judgement.Irrelevant::new));
    }

    private static String key(Compare compare, Code code) {
        return code.path() + " " + compare.id();
    }

    /// What forbids any fix.
    private Optional<SetFix> veto(Compare compare, Holder holder, Code code) {
        if (!code.module().isBuiltin("set", code.module().scopeOf(compare))) {
            return impossible("`set` may mean something else in this file");
        }
        DynamicNames names = new DynamicNames(code.own());
        return names.reason(holder, code.module(), compare)
                .or(() -> names.ofLocals(code.module(), compare))
                .flatMap(where -> impossible("variables may be reached by " + where));
    }

    private static Optional<SetFix> impossible(String reason) {
        return Optional.of(new SetFix.Impossible(reason));
    }

    private SetFix choose(Compare compare, Holder holder, Code code) {
        SetFix before = new SetBeforeLoop(code, holder).fix(compare);
        SetFix beside = new SetBeside(code, holder).fix();
        boolean changes = holder.uses(Kind.CHANGED).findAny().isPresent();
        boolean prefersBeside =
                switch (holder.reach()) {
                    case LOCAL -> changes && before instanceof SetPlan it && isIn(it, holder, code);
                    case PARAMETER, FOREIGN -> false;
                    case GLOBAL -> code.module().enclosingFunction(compare).isPresent();
                    case SHARED, ATTRIBUTE -> true;
                };
        SetFix first = prefersBeside ? beside : before;
        SetFix second = prefersBeside ? before : beside;
        if (first instanceof SetPlan) {
            return first;
        }
        if (second instanceof SetPlan) {
            return second;
        }
        return switch (holder.reach()) {
            case PARAMETER, FOREIGN -> before;
            case LOCAL -> changes ? beside : before;
            case SHARED, GLOBAL, ATTRIBUTE -> beside;
        };
    }

    /// Whether the set would be made again and again in a loop that changes the list.
    private static boolean isIn(SetPlan plan, Holder holder, Code code) {
        return plan.builtAt().stream()
                .flatMap(statement -> code.module().enclosingLoops(statement).stream())
                .anyMatch(
                        loop ->
                                holder.uses(Kind.CHANGED)
                                        .anyMatch(
                                                change ->
                                                        loop.span().contains(change.use().span())));
    }
}
