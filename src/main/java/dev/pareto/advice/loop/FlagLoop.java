package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.For;
import dev.pareto.source.tree.Statement.If;
import dev.pareto.source.tree.Statement.Try;
import dev.pareto.source.tree.Statement.With;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A loop that only sets a variable to a constant where a condition holds: after the first time,
/// nothing that it does makes a difference.
///
/// @param test of its only statement, an `if`; @param set what is done there
record FlagLoop(Code code, For loop, If test, Assign set) {
    /// A program that defines one of these may do anything in a comparison.
    private static final List<String> OPERATORS =
            List.of(
                    ("__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __contains__ __getitem__ __len__"
                                    + " __bool__ __getattr__ __getattribute__ __add__ __sub__"
                                    + " __mul__ __mod__ __and__ __iter__ __next__")
                            .split(" "));

    private static final List<String> FIELD_HOOKS = List.of("property", "cached_property");

    /// Empty for other loops.
    static Optional<FlagLoop> of(For loop, Code code) {
        return !loop.async()
                        && loop.otherwise().isEmpty()
                        && loop.body().size() == 1
                        && loop.body().getFirst() instanceof If test
                        && test.otherwise().isEmpty()
                        && test.body().size() == 1
                        && test.body().getFirst() instanceof Assign set
                        && set.targets().size() == 1
                        && set.targets().getFirst() instanceof Name
                        && set.value() instanceof Constant
                ? Optional.of(new FlagLoop(code, loop, test, set))
                : Optional.empty();
    }

    Name flag() {
        return (Name) set.targets().getFirst();
    }

    /// What is compared; only of plain values is it certain that a comparison does nothing else.
    List<Expression> compared() {
        return parts(test.test())
                .filter(Compare.class::isInstance)
                .map(Compare.class::cast)
                .flatMap(it -> Stream.concat(Stream.of(it.left()), it.comparators().stream()))
                .filter(it -> !(it instanceof Constant))
                .distinct()
                .toList();
    }

    /// Why the source forbids to end it early.
    Optional<String> reason() {
        ParsedModule module = code.module();
        Scope scope = module.scopeOf(loop);
        if (scope.kind() != Scope.Kind.FUNCTION && scope.kind() != Scope.Kind.MODULE) {
            return Optional.of("it stands directly in a class");
        }
        Optional<Node> unknown = parts(test.test()).filter(it -> !isHarmless(it)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of(
                    "its condition may do more than look (line %d)"
                            .formatted(unknown.get().line()));
        }
        if (parts(loop.target())
                .anyMatch(it -> it instanceof Attribute || it instanceof Subscript)) {
            return Optional.of("it changes something for each item");
        }
        boolean caught =
                module.ancestors(loop).stream()
                        .takeWhile(it -> !(it instanceof Statement.FunctionDef))
                        .anyMatch(it -> it instanceof Try || it instanceof With);
        if (caught) {
            return Optional.of("an error at a later item may be caught around it");
        }
        return new DynamicNames(code.own())
                .ofLocals(module, loop)
                .map(where -> "variables may be reached by " + where)
                .or(() -> usedLater(scope));
    }

    /// The variables of the loop, or the flag meanwhile, must interest nobody.
    private Optional<String> usedLater(Scope scope) {
        return Stream.concat(parts(loop.target()), Stream.of(flag()))
                .filter(Name.class::isInstance)
                .map(Name.class::cast)
                .filter(name -> isSeen(name, scope))
                .findFirst()
                .map(name -> "`" + name.name() + "` is used elsewhere, too");
    }

    private boolean isSeen(Name name, Scope scope) {
        ParsedModule module = code.module();
        Optional<Binding> found = module.bindingOf(name);
        if (found.isEmpty() || found.get().scope() != scope) {
            return true;
        }
        Binding binding = found.get();
        boolean others =
                binding.isShared()
                        || (binding.isGlobal() && !code.own().attributes(name.name()).isEmpty());
        boolean isFlag = name.name().equals(flag().name());
        return others
                || (!isFlag
                        && binding.uses().stream()
                                .filter(use -> use.access().reads())
                                .map(use -> use.node())
                                .filter(use -> !loop.span().contains(use.span()))
                                .anyMatch(use -> !isOfOtherLoop(use, binding)));
    }

    /// Whether another loop, which does not hold this one, gives the variable its value there.
    private boolean isOfOtherLoop(Node use, Binding binding) {
        return code.module().ancestors(use).stream()
                .anyMatch(
                        it ->
                                it instanceof For other
                                        && !other.span().contains(loop.span())
                                        && other.body().stream()
                                                .anyMatch(s -> s.span().contains(use.span()))
                                        && parts(other.target())
                                                .anyMatch(
                                                        target ->
                                                                code.module()
                                                                        .bindingOf(target)
                                                                        .filter(binding::equals)
                                                                        .isPresent()));
    }

    private boolean isHarmless(Node node) {
        return switch (node) {
            case Call it -> isHarmless(it);
            case Attribute it ->
                    it.context() == Context.LOAD
                            && !code.own().defines(it.attribute())
                            && FIELD_HOOKS.stream().noneMatch(it.attribute()::equals);
            case Compare _, BinOp _, Subscript _, UnaryOp _ ->
                    OPERATORS.stream().noneMatch(code.own()::defines);
            case Name _, Constant _, BoolOp _, Slice _, TupleDisplay _ -> true;
            default -> false;
        };
    }

    private boolean isHarmless(Call call) {
        ParsedModule module = code.module();
        return switch (call.function()) {
            case Name name ->
                    LoopShapes.PURE.contains(name.name())
                            && module.isBuiltin(name.name(), module.scopeOf(name))
                            && OPERATORS.stream().noneMatch(code.own()::defines);
            case Attribute method ->
                    new KnownCalls(code.own(), module).isPureMethod(method.attribute());
            default -> false;
        };
    }

    private static Stream<Node> parts(Node part) {
        return Stream.concat(Stream.of(part), part.descendants().stream());
    }
}
