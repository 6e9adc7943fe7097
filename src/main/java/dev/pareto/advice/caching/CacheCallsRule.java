package dev.pareto.advice.caching;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.EnclosedFunction;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Imports;
import dev.pareto.advice.rule.Purity;
import dev.pareto.advice.rule.Rule;
import dev.pareto.source.Span;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.ImportFrom;
import dev.pareto.source.tree.Statement.Return;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A function that only computes, called again with the same arguments, is computed once for each:
/// `functools.lru_cache` keeps the results.
public final class CacheCallsRule implements Rule {
    private static final Set<String> CACHES =
            Set.of("cache", "lru_cache", "functools.cache", "functools.lru_cache");

    /// They show a function as what it is, and a cached one is something else.
    private static final Set<String> SHOWING =
            Set.of("isinstance", "print", "repr", "str", "type", "vars");

    @Override
    public String id() {
        return "cache-calls";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        if (!(node instanceof FunctionDef function)
                || function.name().startsWith("__")
                || !returnsSomething(function, code.module())
                || isCached(function, code.module())) {
            return Optional.empty();
        }
        String key = code.path() + " " + function.id();
        String subject = "Cache for `" + function.name() + "`";
        List<Node> places = List.of(function);
        var time = Finding.Time.WITH_CALLS;
        Optional<String> reason = reason(function, code);
        if (reason.isPresent()) {
            return Optional.of(new Finding.Refused(key, subject, places, time, reason.get()));
        }
        var question = code.calls(function);
        return Optional.of(
                new Finding.Candidate(
                        key,
                        subject,
                        places,
                        time,
                        List.of(question),
                        evidence -> new CacheJudge(code, function, question, evidence).judge()));
    }

    private static boolean returnsSomething(FunctionDef function, ParsedModule module) {
        return own(function, module)
                .anyMatch(node -> node instanceof Return it && it.value() != null);
    }

    /// What the function itself consists of, without functions in it.
    private static Stream<Node> own(FunctionDef function, ParsedModule module) {
        return function.body().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                .filter(it -> module.enclosingFunction(it).filter(function::is).isPresent());
    }

    private static boolean isCached(FunctionDef function, ParsedModule module) {
        return function.decorators().stream()
                .map(it -> it instanceof Call call ? call.function() : it)
                .anyMatch(it -> CACHES.contains(module.text(it)));
    }

    private static Optional<String> reason(FunctionDef function, Code code) {
        ParsedModule module = code.module();
        if (module.scopeOf(function).kind() == Scope.Kind.CLASS) {
            return Optional.of("it is a method: a cache would keep its objects alive");
        }
        if (module.scopeOf(function) != module.moduleScope()) {
            Optional<String> escapes =
                    EnclosedFunction.of(function, module, code.own())
                            .map(EnclosedFunction::escapes)
                            .orElse(Optional.of("is defined inside of something else"));
            if (escapes.isPresent()) {
                return escapes.map(it -> "it " + it);
            }
        }
        if (!function.decorators().isEmpty()) {
            return Optional.of("it is decorated, and what that does is not looked at");
        }
        if (function.async() || own(function, module).anyMatch(CacheCallsRule::pauses)) {
            return Optional.of("it is a generator or coroutine, which can be used up only once");
        }
        if (function.parameters().rest() != null || function.parameters().keywordRest() != null) {
            return Optional.of("it takes any number of arguments");
        }
        return ofUses(function, code)
                .or(() -> placeless(function, code))
                .or(() -> new Purity(code.own()).reason(function, module).map(it -> "it " + it));
    }

    private static boolean pauses(Node node) {
        return node instanceof dev.pareto.source.tree.Expression.Yield
                || node instanceof dev.pareto.source.tree.Expression.YieldFrom;
    }

    /// What the program does with the function beside calling it.
    private static Optional<String> ofUses(FunctionDef function, Code code) {
        ParsedModule module = code.module();
        List<NameUse> uses = module.bindingOf(function).orElseThrow().uses();
        if (uses.stream().filter(use -> use.access().rebinds()).count() > 1
                || code.own().attributes(function.name()).stream()
                        .anyMatch(it -> it.node().context() != Context.LOAD)) {
            return Optional.of("its name gets another value");
        }
        for (NameUse use : uses) {
            Node parent = module.parent(use.node()).orElse(use.node());
            boolean shown =
                    parent instanceof Call(_, Name shower, var arguments, _)
                            && SHOWING.contains(shower.name())
                            && arguments.stream().anyMatch(use.node()::is);
            if (shown || parent instanceof Attribute) {
                return Optional.of(
                        "it is used as an object in line %d, and would be another one"
                                .formatted(parent.line()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> placeless(FunctionDef function, Code code) {
        int start = code.source().lineSpan(function.line()).start();
        String before = code.source().text(new Span(start, function.span().start()));
        if (!before.isBlank()) {
            return Optional.of("there is no place for a decorator before it");
        }
        boolean early =
                new Imports(code.module())
                        .from("functools", "lru_cache")
                        .edit()
                        .map(edit -> edit.span().start() <= start)
                        .orElseGet(() -> isImportedBefore(function, code.module()));
        return early
                ? Optional.empty()
                : Optional.of("lru_cache is imported below the function only");
    }

    private static boolean isImportedBefore(FunctionDef function, ParsedModule module) {
        return module.tree().body().stream()
                .filter(it -> it.span().start() < function.span().start())
                .anyMatch(CacheCallsRule::importsCache);
    }

    private static boolean importsCache(Statement statement) {
        return statement instanceof ImportFrom it
                && "functools".equals(it.module())
                && it.names().stream().anyMatch(alias -> alias.name().equals("lru_cache"));
    }
}
