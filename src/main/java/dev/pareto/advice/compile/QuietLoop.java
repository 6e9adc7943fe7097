package dev.pareto.advice.compile;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.FreshLocals;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a loop changes no list that it did not make itself, by whatever name: then an array that
/// was made of a list before the loop stays true.
final class QuietLoop {
    /// They call what they are given, when it is asked.
    private static final Set<String> LAZY = Set.of("map", "filter", "sorted", "reversed");

    /// With these an operator runs code of the program.
    private static final List<String> OPERATORS =
            List.of(
                    ("add radd iadd sub rsub isub mul rmul imul truediv rtruediv floordiv mod pow"
                                    + " and or xor lt le gt ge eq ne neg abs bool len iter next"
                                    + " contains getitem setitem index call getattr getattribute")
                            .split(" "));

    private final Code code;
    private final ParsedModule module;
    private final KnownCalls known;
    private final FreshLocals fresh;

    QuietLoop(Code code) {
        this.code = code;
        module = code.module();
        known = new KnownCalls(code.own(), module);
        fresh = new FreshLocals(module, known);
    }

    /// @param own statements that are known to change nothing else
    boolean isQuiet(Statement loop, Statement own) {
        return OPERATORS.stream().noneMatch(it -> code.own().defines("__" + it + "__"))
                && Stream.concat(Stream.of(loop), loop.descendants().stream())
                        .filter(node -> !own.span().contains(node.span()))
                        .allMatch(this::isQuiet);
    }

    private boolean isQuiet(Node node) {
        return switch (node) {
            case For it -> !it.async() && isPlain(it.iterable());
            case Call it -> isQuietCall(it);
            case Subscript it when it.context() != Context.LOAD -> fresh.isOwn(it.value());
            case Attribute it ->
                    it.context() == Context.LOAD && !code.own().defines(it.attribute());
            case AugAssign it -> !(it.target() instanceof Name name) || isNumber(it, name);
            case Yield _, YieldFrom _, Await _, With _, Match _, Import _, ImportFrom _ -> false;
            case FunctionDef _, ClassDef _, Lambda _, OtherStatement _, OtherExpression _ -> false;
            default -> true;
        };
    }

    /// No generator, which would run code between the rounds.
    private static boolean isPlain(Expression iterable) {
        return switch (iterable) {
            case Name _, Subscript _, ListDisplay _, TupleDisplay _ -> true;
            case Call it -> it.function() instanceof Name;
            default -> false;
        };
    }

    private boolean isQuietCall(Call call) {
        return switch (call.function()) {
            case Name name ->
                    module.isBuiltin(name.name(), module.scopeOf(name))
                            && !LAZY.contains(name.name())
                            && (name.name().equals("print")
                                    || KnownCalls.isPureBuiltin(name.name()))
                            && (name.name().equals("print") || call.keywords().isEmpty());
            case Attribute method ->
                    known.dotted(method).filter(it -> it.startsWith("math.")).isPresent()
                            || known.isPureMethod(method.attribute())
                            || (fresh.isOwn(method.value())
                                    && !code.own().defines(method.attribute()));
            default -> false;
        };
    }

    /// `a += b` changes the object where `a` is a list.
    private boolean isNumber(AugAssign statement, Name name) {
        return fresh.isOwn(name)
                || statement.value() instanceof Constant
                || statement.value() instanceof Compare;
    }

    /// Whether the program has generators, of which one could run between the rounds.
    boolean hasGenerators() {
        return code.own().modules().stream()
                .flatMap(ParsedModule::nodes)
                .anyMatch(node -> node instanceof Yield || node instanceof YieldFrom);
    }
}
