package dev.pareto.advice.caching;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.advice.rule.Holders;
import dev.pareto.advice.rule.Purity;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.DictDisplay;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Expression.TupleDisplay;
import dev.pareto.source.tree.Expression.Yield;
import dev.pareto.source.tree.Expression.YieldFrom;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Parameter;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Global;
import dev.pareto.source.tree.Statement.Return;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A dict at the top of a file into which a function puts something under a key.
///
/// @param dict where its name stands in the statement
/// @param key under which something is put
/// @param store the statement
record Memo(Code code, FunctionDef function, Name dict, Expression key, Assign store) {
    /// The first one that a function fills.
    static Optional<Memo> of(FunctionDef function, Code code) {
        return function.body().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                .flatMap(it -> of(it, code).stream())
                .filter(it -> it.function().is(function))
                .findFirst();
    }

    private static Optional<Memo> of(Node node, Code code) {
        ParsedModule module = code.module();
        if (!(node instanceof Assign store)
                || store.targets().stream().filter(Subscript.class::isInstance).count() != 1) {
            return Optional.empty();
        }
        Subscript item =
                (Subscript)
                        store.targets().stream()
                                .filter(Subscript.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        return item.value() instanceof Name dict
                        && module.binding(dict).filter(Binding::isGlobal).isPresent()
                ? module.enclosingFunction(store)
                        .map(it -> new Memo(code, it, dict, item.index(), store))
                        .filter(Memo::startsEmpty)
                        .filter(it -> !it.counts())
                : Optional.empty();
    }

    /// Whether it puts something there that is made of what was there before.
    private boolean counts() {
        return store.value().descendants().stream()
                .anyMatch(it -> it instanceof Name name && name.name().equals(dict.name()));
    }

    private ParsedModule module() {
        return code.module();
    }

    private Binding binding() {
        return module().binding(dict).orElseThrow();
    }

    /// `NAME = {}` at the top of the file
    private boolean startsEmpty() {
        return binding().uses(Access.STORE).stream()
                .map(use -> module().parent(use.node()).orElse(use.node()))
                .anyMatch(
                        parent ->
                                switch (parent) {
                                    case Assign it -> isEmptyDict(it.value());
                                    case AnnAssign it ->
                                            it.value() != null && isEmptyDict(it.value());
                                    default -> false;
                                });
    }

    private boolean isEmptyDict(Expression value) {
        return switch (value) {
            case DictDisplay it -> it.entries().isEmpty();
            case Call(_, Name name, var arguments, var keywords) ->
                    name.name().equals("dict")
                            && arguments.isEmpty()
                            && keywords.isEmpty()
                            && module().isBuiltin("dict", module().scopeOf(name));
            default -> false;
        };
    }

    /// Why what it holds may be needed later.
    Optional<String> reason() {
        String name = dict.name();
        if (module().scopeOf(function) != module().moduleScope()
                || !function.decorators().isEmpty()
                || function.async()
                || function.parameters().rest() != null
                || function.parameters().keywordRest() != null) {
            return Optional.of("`" + name + "` is filled by something else than a plain function");
        }
        Optional<Holder> holder = new Holders(code).of(dict);
        if (holder.isEmpty()
                || holder.get().reach() != Reach.GLOBAL
                || code.own().unread().isPresent()) {
            return Optional.of("nobody knows who else uses `" + name + "`");
        }
        if (code.own().usesThreads()) {
            return Optional.of("several threads may use `" + name + "` at once");
        }
        return new DynamicNames(code.own())
                .reason(holder.get(), module(), dict)
                .map(where -> "variables may be reached by " + where)
                .or(() -> otherUse(holder.get()))
                .or(this::incompleteKey)
                .or(() -> new MissingKey(this).reason())
                .or(this::otherResult)
                .or(this::shadowed)
                .or(() -> recursion())
                .or(
                        () ->
                                new Purity(code.own(), Set.of(binding()))
                                        .reason(function, module())
                                        .map(
                                                it ->
                                                        "what is dropped would be computed again, and"
                                                                + " the function "
                                                                + it));
    }

    /// Whether anything is done with it but keeping and finding results.
    private Optional<String> otherUse(Holder holder) {
        return holder.uses().stream()
                .filter(use -> !isMemoUse(use))
                .findFirst()
                .map(
                        use ->
                                "`%s` is more than a memo (%s%s)"
                                        .formatted(
                                                dict.name(),
                                                use.where(),
                                                use.module() == module()
                                                        ? ""
                                                        : " of " + use.module().source().path()));
    }

    private boolean isMemoUse(Handling use) {
        if (use.module() != module()) {
            return false;
        }
        if (module().enclosingFunction(use.use()).isEmpty()) {
            return use.is(Kind.REBOUND)
                    && module().scopeOf(use.use()) == module().moduleScope()
                    && module().enclosingLoops(use.use()).isEmpty();
        }
        if (module().enclosingFunction(use.use()).filter(function::is).isEmpty()) {
            return false;
        }
        return switch (use.by()) {
            case Global _ -> true;
            case Compare it -> use.is(Kind.ASKED) && isKey(it.left());
            case Subscript it ->
                    isKey(it.index())
                            && (it.context() == Context.LOAD
                                    || store.targets().stream().anyMatch(it::is));
            case Call(_, Attribute method, var arguments, var keywords) ->
                    method.attribute().equals("get")
                            && keywords.isEmpty()
                            && !arguments.isEmpty()
                            && isKey(arguments.getFirst())
                            && arguments.stream().skip(1).allMatch(Constant.class::isInstance);
            default -> false;
        };
    }

    boolean isKey(Expression other) {
        return module().text(other).equals(module().text(key));
    }

    /// Whether two calls that must not share a result could have the same key.
    private Optional<String> incompleteKey() {
        List<String> parameters =
                function.parameters().all().stream().map(Parameter::name).toList();
        List<String> keyed = names(keyValue());
        boolean complete =
                !parameters.isEmpty()
                        && keyed.containsAll(parameters)
                        && (isVariable() || parametersStay());
        return complete
                ? Optional.empty()
                : Optional.of(
                        "its key `%s` does not consist of the parameters, so calls may share results"
                                .formatted(module().text(key)));
    }

    /// A parameter with another value would be another key.
    private boolean parametersStay() {
        return function.parameters().all().stream()
                .flatMap(it -> module().bindingOf(it).stream())
                .allMatch(
                        it ->
                                it.uses().stream().filter(use -> use.access().rebinds()).count()
                                        == 1);
    }

    /// What the key is made of; for a variable what it was made of, once.
    private Expression keyValue() {
        if (!isVariable()) {
            return key;
        }
        Binding binding = module().binding((Name) key).orElseThrow();
        return binding.uses(Access.STORE).stream()
                .map(use -> module().parent(use.node()).orElse(use.node()))
                .filter(it -> it instanceof Assign assign && assign.targets().size() == 1)
                .map(it -> ((Assign) it).value())
                .findFirst()
                .orElse(key);
    }

    /// A local variable that is set once, at the beginning.
    private boolean isVariable() {
        return key instanceof Name name
                && module().binding(name)
                        .filter(it -> !it.is(Binding.Role.PARAMETER))
                        .filter(
                                it ->
                                        it.uses().stream().filter(u -> u.access().rebinds()).count()
                                                == 1)
                        .filter(
                                it ->
                                        module().enclosingStatement(
                                                        it.uses(Access.STORE).getFirst().node())
                                                .filter(this::isFirst)
                                                .isPresent())
                        .isPresent();
    }

    private boolean isFirst(Statement statement) {
        return function.body().stream()
                .filter(
                        it ->
                                !(it instanceof Statement.Expr(_, Constant(_, Literal.Text _)))
                                        && !(it instanceof Global))
                .findFirst()
                .filter(statement::is)
                .isPresent();
    }

    private static List<String> names(Expression value) {
        return switch (value) {
            case Name it -> List.of(it.name());
            case TupleDisplay it when it.elements().stream().allMatch(Name.class::isInstance) ->
                    it.elements().stream().map(each -> ((Name) each).name()).toList();
            default -> List.of();
        };
    }

    /// Whether a call may give something else when its result is found than when it is computed.
    private Optional<String> otherResult() {
        int first = firstUse();
        return function.descendants().stream()
                .filter(
                        it ->
                                it instanceof Return
                                        || it instanceof Yield
                                        || it instanceof YieldFrom)
                .filter(it -> it.span().start() > first)
                .filter(it -> !(it instanceof Return result && isResult(result.value())))
                .findFirst()
                .map(
                        it ->
                                "line %d gives something else than what `%s` keeps"
                                        .formatted(it.line(), dict.name()));
    }

    private int firstUse() {
        return binding().uses().stream()
                .map(use -> use.span().start())
                .filter(function.span()::contains)
                .min(Integer::compare)
                .orElse(0);
    }

    /// `NAME[key]`, or the variable that is kept there and stays what it is.
    private boolean isResult(@Nullable Expression value) {
        return switch (value) {
            case null -> false;
            case Subscript(_, Name it, var index, _) ->
                    it.name().equals(dict.name()) && isKey(index);
            case Name it ->
                    isKept(it)
                            && module().enclosingLoops(store).isEmpty()
                            && module().binding(it).stream()
                                    .flatMap(binding -> binding.uses().stream())
                                    .filter(use -> use.access().rebinds())
                                    .allMatch(use -> use.span().start() < store.span().end());
            default -> false;
        };
    }

    private boolean isKept(Name name) {
        return (store.value() instanceof Name it && it.name().equals(name.name()))
                || store.targets().stream()
                        .anyMatch(
                                it -> it instanceof Name other && other.name().equals(name.name()));
    }

    private Optional<String> shadowed() {
        boolean plain =
                Stream.of("len", "next", "iter")
                        .allMatch(it -> module().isBuiltin(it, module().scopeOf(store)));
        return !plain
                ? Optional.of("`len`, `next` or `iter` means something else here")
                : new StatementEdits(code.source()).canFollow(store)
                        ? Optional.empty()
                        : Optional.of("there is no place behind the line that fills it");
    }

    private Optional<String> recursion() {
        boolean named =
                module().bindingOf(function).stream()
                        .flatMap(it -> it.uses().stream())
                        .anyMatch(
                                use ->
                                        use.access() == Access.LOAD
                                                && function.span().contains(use.span()));
        return named
                ? Optional.of("the function calls itself, and may need again what is dropped")
                : Optional.empty();
    }
}
