package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.advice.rule.OuterNames;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ValueSeen;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a loop goes through, as the arguments of a pool's `map` and beside its results.
///
/// @param asked expressions of which a run must show that they hold their items ready
/// @param all the loop's own iterable, so that it can be gone through again; @param arguments of
///   `map`, after the function
/// @param parameters of the function, one for each argument; empty where the item is a tuple to be
///   spread
/// @param copied whether the iterable is copied first, under the name that the others have
record Items(
        List<Expression> asked,
        String all,
        List<String> arguments,
        List<String> parameters,
        boolean copied) {
    private static final Set<String> READY =
            Set.of(
                    "list",
                    "tuple",
                    "range",
                    "str",
                    "bytes",
                    "dict",
                    "set",
                    "frozenset",
                    "dict_keys",
                    "dict_values",
                    "dict_items");

    /// They give what their arguments hold, one for one.
    private static final Set<String> PASSING = Set.of("enumerate", "reversed", "zip");

    Items {
        asked = List.copyOf(asked);
        arguments = List.copyOf(arguments);
        parameters = List.copyOf(parameters);
    }

    /// Empty when nobody knows how to give each call its items.
    static Optional<Items> of(LoopPiece.Found found, Code code) {
        ParsedModule module = code.module();
        Expression iterable = found.iterable();
        if (!module.hasExactSpan(iterable)
                || module.source().lineOf(iterable.span().end()) != iterable.line()) {
            return Optional.empty();
        }
        String text = module.text(iterable);
        return switch (found.target()) {
            case Name target -> Optional.of(ofOne(iterable, text, target.name(), module));
            case TupleDisplay it when it.elements().stream().allMatch(Name.class::isInstance) ->
                    ofSeveral(found, it.elements(), iterable, text, module);
            default -> Optional.empty();
        };
    }

    /// The same for calls that get the loop's variables by their names; empty where it has other
    /// variables than names.
    static Optional<Items> ofNamed(LoopPiece.Found found, Code code) {
        ParsedModule module = code.module();
        Expression iterable = found.iterable();
        List<String> names = new ArrayList<>();
        if (!collect(found.target(), names)
                || names.stream().distinct().count() < names.size()
                || !module.hasExactSpan(iterable)
                || module.source().lineOf(iterable.span().end()) != iterable.line()) {
            return Optional.empty();
        }
        List<Expression> asked =
                iterable instanceof Call(_, Name name, List<Expression> given, var keywords)
                                && keywords.isEmpty()
                                && !given.isEmpty()
                                && given.stream().allMatch(it -> isRepeatable(it, module))
                                && PASSING.contains(name.name())
                                && module.isBuiltin(name.name(), module.scopeOf(name))
                        ? given
                        : List.of(iterable);
        return Optional.of(
                isRepeatable(iterable, module)
                        ? new Items(asked, module.text(iterable), List.of(), names, false)
                        : new Items(asked, module.freshName("items"), List.of(), names, true));
    }

    private static boolean collect(Expression target, List<String> names) {
        return switch (target) {
            case Name it -> names.add(it.name());
            case TupleDisplay it -> it.elements().stream().allMatch(each -> collect(each, names));
            default -> false;
        };
    }

    private static Items ofOne(
            Expression iterable, String text, String target, ParsedModule module) {
        return isRepeatable(iterable, module)
                ? new Items(List.of(iterable), text, List.of(text), List.of(target), false)
                : copied(iterable, module, List.of(target));
    }

    private static Items copied(Expression iterable, ParsedModule module, List<String> parameters) {
        String items = module.freshName("items");
        return new Items(List.of(iterable), items, List.of(items), parameters, true);
    }

    private static Optional<Items> ofSeveral(
            LoopPiece.Found found,
            List<Expression> targets,
            Expression iterable,
            String text,
            ParsedModule module) {
        List<String> names = targets.stream().map(it -> ((Name) it).name()).toList();
        List<Boolean> used = targets.stream().map(it -> uses(found.piece(), it, module)).toList();
        if (iterable instanceof Call(_, Name name, List<Expression> arguments, var keywords)
                && keywords.isEmpty()
                && arguments.stream().allMatch(Name.class::isInstance)
                && module.isBuiltin(name.name(), module.scopeOf(name))) {
            boolean enumerated = name.name().equals("enumerate") && arguments.size() == 1;
            if (enumerated && names.size() == 2) {
                return used.getFirst()
                        ? Optional.empty()
                        : Optional.of(
                                columns(arguments, text, arguments, names.subList(1, 2), module));
            }
            if (name.name().equals("zip") && arguments.size() == names.size()) {
                return Optional.of(columns(arguments, text, arguments, names, module));
            }
        }
        if (iterable instanceof Call(_, Attribute method, List<Expression> none, var keywords)
                && none.isEmpty()
                && keywords.isEmpty()
                && method.attribute().equals("items")
                && method.value() instanceof Name dict
                && names.size() == 2) {
            return Optional.of(ofDict(dict, iterable, text, names, used));
        }
        return spread(found.piece(), names)
                ? Optional.of(
                        isRepeatable(iterable, module)
                                ? new Items(
                                        List.of(iterable), text, List.of(text), List.of(), false)
                                : copied(iterable, module, List.of()))
                : Optional.empty();
    }

    private static Items columns(
            List<Expression> asked,
            String text,
            List<Expression> arguments,
            List<String> names,
            ParsedModule module) {
        return new Items(asked, text, arguments.stream().map(module::text).toList(), names, false);
    }

    private static Items ofDict(
            Name dict, Expression iterable, String text, List<String> names, List<Boolean> used) {
        List<String> keys = used.getFirst() ? List.of(dict.name() + ".keys()") : List.of();
        List<String> values = used.getLast() ? List.of(dict.name() + ".values()") : List.of();
        return new Items(
                List.of(iterable),
                text,
                Stream.concat(keys.stream(), values.stream()).toList(),
                Stream.concat(
                                keys.isEmpty() ? Stream.of() : Stream.of(names.getFirst()),
                                values.isEmpty() ? Stream.of() : Stream.of(names.getLast()))
                        .toList(),
                false);
    }

    private static boolean uses(Expression piece, Expression target, ParsedModule module) {
        Optional<Binding> binding = module.bindingOf(target);
        return piece.descendants().stream()
                .anyMatch(it -> it instanceof Name name && module.binding(name).equals(binding));
    }

    /// `f(a, b)` for `a, b`
    private static boolean spread(Expression piece, List<String> names) {
        return piece instanceof Call call
                && call.keywords().isEmpty()
                && call.arguments().size() == names.size()
                && Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                        .allMatch(
                                i ->
                                        call.arguments().get(i) instanceof Name it
                                                && it.name().equals(names.get(i)));
    }

    /// Whether it gives the same items each time, and does nothing else.
    private static boolean isRepeatable(Expression iterable, ParsedModule module) {
        return switch (iterable) {
            case Name _ -> true;
            case Call(_, Name name, List<Expression> arguments, var keywords) ->
                    name.name().equals("range")
                            && keywords.isEmpty()
                            && module.isBuiltin("range", module.scopeOf(name))
                            && arguments.stream()
                                    .allMatch(it -> it instanceof Name || it instanceof Constant);
            default -> false;
        };
    }

    List<Question> questions(Code code) {
        return asked.stream().<Question>map(code::value).toList();
    }

    /// Why what was seen of the items speaks against it.
    ///
    /// @param trips how often the loop's work was done
    Optional<String> reason(Observations seen, Code code, long trips) {
        for (Expression each : asked) {
            Optional<ValueSeen> values = seen.value(code.value(each).id());
            if (values.isEmpty()) {
                return Optional.of("nobody saw what the loop goes through");
            }
            for (String type : values.get().types().keySet()) {
                if (!READY.contains(type)) {
                    return Optional.of(
                            "it goes through a %s, which may make each item only when it is asked"
                                    .formatted(type));
                }
            }
            boolean more =
                    seen.complete()
                            ? asked.size() == 1 && values.get().length() != trips
                            : values.get().length() < trips;
            if (more) {
                return Optional.of(
                        "it went through %,d items, and there were %,d when it began"
                                .formatted(trips, values.get().length()));
            }
        }
        return Optional.empty();
    }

    /// Why what the loop goes through may change while it runs, as far as the source tells.
    static Optional<String> changes(LoopPiece.Found found, Code code) {
        OuterNames outer = new OuterNames(code, found.loop());
        KnownCalls known = new KnownCalls(code.own(), code.module());
        List<Node> work = List.of(found.iterable(), found.piece());
        return names(found.iterable()).stream()
                .filter(name -> known.dotted(name).isEmpty())
                .flatMap(
                        name ->
                                code.module().binding(name).stream()
                                        .filter(it -> !it.isUnbound())
                                        .filter(it -> !it.is(Binding.Role.FUNCTION))
                                        .filter(it -> isOutside(it, found.iterable()))
                                        .flatMap(
                                                it ->
                                                        outer
                                                                .reason(
                                                                        name,
                                                                        code.module(),
                                                                        it,
                                                                        work)
                                                                .stream()))
                .findFirst();
    }

    private static boolean isOutside(Binding binding, Expression iterable) {
        return binding.scope().node().filter(it -> iterable.span().contains(it.span())).isEmpty();
    }

    /// The names that stand in the iterable.
    private static List<Name> names(Node iterable) {
        return Stream.concat(Stream.of(iterable), iterable.descendants().stream())
                .filter(Name.class::isInstance)
                .map(Name.class::cast)
                .toList();
    }
}
