package dev.pareto.advice.loop;

import dev.pareto.advice.container.SteadyList;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holders;
import dev.pareto.advice.rule.Pauses;
import dev.pareto.advice.rule.Repetition;
import dev.pareto.advice.rule.Rule;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Lambda;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `sorted(items)` in a loop that does not change the items gives the same each time: it is
/// computed once before the loop.
public final class InvariantRule implements Rule {
    @Override
    public String id() {
        return "invariant";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        return RepeatedCall.of(node, code)
                .filter(call -> !code.module().enclosingLoops(node).isEmpty())
                .flatMap(
                        call ->
                                new Holders(code)
                                        .of(call.operand())
                                        .map(holder -> of(call, holder, code)))
                .or(() -> RepeatedParse.look(node, code));
    }

    private static Finding of(RepeatedCall call, Holder holder, Code code) {
        String subject = "`" + code.module().text(call.call()) + "` before the loop";
        String key = code.path() + " " + call.call().id();
        Optional<String> reason = reason(call, holder, code);
        SteadyList steady = new SteadyList(code, holder);
        Statement best = null;
        for (Statement loop : Repetition.of(call.call(), code)) {
            if (reason.isPresent()) {
                break;
            }
            Optional<String> here = reason(call, loop, steady, code);
            if (here.isPresent()) {
                reason = best == null ? here : reason;
                break;
            }
            best = loop;
        }
        if (best == null) {
            return new Finding.Refused(
                    key, subject, List.of(call.call()), reason.orElse("it is in no loop"));
        }
        return new InvariantPlan(code, call, best, steady.isProved(best)).candidate(subject);
    }

    private static Optional<String> reason(RepeatedCall call, Holder holder, Code code) {
        if (!code.module().hasExactSpan(call.call())) {
            return Optional.of("it stands in an f-string, in which this Python tells no positions");
        }
        DynamicNames names = new DynamicNames(code.own());
        return names.reason(holder, code.module(), call.call())
                .or(() -> names.ofLocals(code.module(), call.call()))
                .map(where -> "variables may be reached by " + where)
                .or(() -> ofAttribute(call, code))
                .or(() -> call.kept(code));
    }

    /// A loop without rounds never asked for the attribute: it must be there anyway.
    private static Optional<String> ofAttribute(RepeatedCall call, Code code) {
        if (!(call.operand() instanceof Attribute attribute)) {
            return Optional.empty();
        }
        ParsedModule module = code.module();
        boolean there =
                attribute.value() instanceof Name self
                        && module.enclosingFunction(attribute)
                                .filter(it -> isSelf(self, it, module))
                                .flatMap(module::parent)
                                .filter(it -> it instanceof ClassDef type && sets(type, attribute))
                                .isPresent();
        return there
                ? Optional.empty()
                : Optional.of(
                        "nobody knows whether `%s` is there before the loop"
                                .formatted(module.text(attribute)));
    }

    private static boolean isSelf(Name name, FunctionDef function, ParsedModule module) {
        return module.parent(function).filter(ClassDef.class::isInstance).isPresent()
                && function.decorators().isEmpty()
                && function.parameters().all().stream()
                        .findFirst()
                        .filter(it -> it.name().equals(name.name()))
                        .isPresent();
    }

    /// Whether `__init__` sets it, whatever happens.
    private static boolean sets(ClassDef type, Attribute attribute) {
        return type.body().stream()
                .filter(it -> it instanceof FunctionDef f && f.name().equals("__init__"))
                .flatMap(it -> ((FunctionDef) it).body().stream())
                .flatMap(it -> it instanceof Assign a ? a.targets().stream() : Stream.empty())
                .anyMatch(
                        it ->
                                it instanceof Attribute set
                                        && set.value() instanceof Name
                                        && set.attribute().equals(attribute.attribute()));
    }

    private static Optional<String> reason(
            RepeatedCall call, Statement loop, SteadyList steady, Code code) {
        ParsedModule module = code.module();
        Scope.Kind scope = module.scopeOf(loop).kind();
        boolean placeless =
                !new StatementEdits(code.source()).canPrecede(loop)
                        || (scope != Scope.Kind.FUNCTION && scope != Scope.Kind.MODULE);
        if (placeless) {
            return Optional.of("there is no place before the loop");
        }
        for (Node above : module.ancestors(call.call())) {
            if (above.is(loop)) {
                break;
            }
            if (above instanceof Lambda || above instanceof Statement.FunctionDef) {
                return Optional.of("it is called at another time than the loop runs");
            }
            if (above instanceof Statement.Try) {
                return Optional.of("an error in it is caught inside the loop");
            }
        }
        return new Pauses(module)
                .laterThan(call.call(), loop)
                .map(_ -> "it is asked by a generator, which runs later")
                .or(() -> steady.reason(loop));
    }
}
