package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.ItemNames;
import dev.pareto.advice.rule.KeyPath;
import dev.pareto.advice.rule.PathChanges;
import dev.pareto.advice.rule.Pauses;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression.Comprehending;
import dev.pareto.source.tree.Expression.Lambda;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.NamedExpr;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the source says against asking an index instead of going through all items.
final class SearchVetoes {
    private final Code code;
    private final ParsedModule module;
    private final KeySearch search;
    private final Holder holder;

    SearchVetoes(Code code, KeySearch search, Holder holder) {
        this.code = code;
        this.search = search;
        this.holder = holder;
        module = code.module();
    }

    /// What forbids it wherever the index is made.
    Optional<String> reason() {
        if (!search.trouble().isEmpty()) {
            return Optional.of(search.trouble());
        }
        if (!module.hasExactSpan(search.iterable()) || !module.hasExactSpan(search.test())) {
            return Optional.of("it stands in an f-string, in which this Python tells no positions");
        }
        if (Stream.concat(Stream.of(around()), around().descendants().stream())
                .anyMatch(NamedExpr.class::isInstance)) {
            return Optional.of("it binds another name in passing");
        }
        DynamicNames names = new DynamicNames(code.own());
        return names.reason(holder, module, search.iterable())
                .or(() -> names.ofLocals(module, search.loop()))
                .map(where -> "variables may be reached by " + where)
                .or(this::lastItem)
                .or(this::sought);
    }

    /// The loop with all that it does.
    private Node around() {
        return search.loop() instanceof Comprehension ? all() : search.loop();
    }

    private Comprehending all() {
        return (Comprehending) module.parent(search.loop()).orElseThrow();
    }

    /// After a search the variable holds the last item that was looked at.
    private Optional<String> lastItem() {
        return search.loop() instanceof Statement.For loop
                ? new ItemNames(code, loop).seenAfter()
                : Optional.empty();
    }

    /// Whether what is looked for may change while the items are gone through.
    private Optional<String> sought() {
        Optional<Binding> root = search.sought().name().flatMap(module::binding);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (search.isClause() && isOwn(root.get())) {
            boolean earlier =
                    all().generators().stream()
                            .takeWhile(it -> !it.is(search.loop()))
                            .flatMap(
                                    it ->
                                            Stream.concat(
                                                    Stream.of(it.target()),
                                                    it.target().descendants().stream()))
                            .anyMatch(
                                    it ->
                                            it instanceof Name name
                                                    && module.bindingOf(name)
                                                            .filter(root.get()::equals)
                                                            .isPresent());
            if (!earlier) {
                return Optional.of("what is looked for is not there yet where the search begins");
            }
        }
        if (root.get().scope().kind() == Scope.Kind.CLASS) {
            return Optional.of("what is looked for is a variable of a class");
        }
        PathChanges changes = new PathChanges(code, around());
        Optional<String> rebound =
                search.isClause() && isOwn(root.get())
                        ? Optional.empty()
                        : changes.ofRoot(search.sought());
        return rebound.or(() -> changes.ofAttributes(search.sought()))
                .or(() -> changes.ofElements(search.sought()))
                .map(reason -> "what is looked for may change: " + reason);
    }

    private boolean isOwn(Binding binding) {
        return binding.scope().node().filter(all()::is).isPresent();
    }

    /// What forbids to make the index before a statement that repeats the search.
    Optional<String> reason(Statement loop, SteadyList steady) {
        Scope.Kind scope = module.scopeOf(loop).kind();
        StatementEdits statements = new StatementEdits(code.source());
        if (!statements.canPrecede(loop)
                || !statements.startsLine(loop)
                || (scope != Scope.Kind.FUNCTION && scope != Scope.Kind.MODULE)) {
            return Optional.of("there is no place for an index before the loop");
        }
        for (Node above : module.ancestors(search.loop())) {
            if (above.is(loop)) {
                break;
            }
            if (above instanceof Lambda || above instanceof Statement.FunctionDef) {
                return Optional.of("it searches at another time than the loop runs");
            }
            if (above instanceof Statement.Try) {
                return Optional.of("an error in it is caught inside the loop");
            }
        }
        return new Pauses(module)
                .laterThan(search.test(), loop)
                .map(_ -> "it searches in a generator, which runs later")
                .or(() -> steady.reason(loop))
                .or(() -> first(new PathChanges(code, loop)::ofAttributes));
    }

    /// Why elements of the items may be set while the loop runs.
    Optional<String> elements(Statement loop) {
        return first(new PathChanges(code, loop)::ofElements);
    }

    /// Of the key, and of what is asked before.
    private Optional<String> first(Function<KeyPath, Optional<String>> reason) {
        return Stream.concat(
                        Stream.of(search.key()), search.guards().stream().map(PlainGuard::path))
                .flatMap(path -> reason.apply(path).stream())
                .findFirst();
    }
}
