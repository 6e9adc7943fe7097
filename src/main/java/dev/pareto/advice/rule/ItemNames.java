package dev.pareto.advice.rule;

import dev.pareto.source.module.Binding;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.For;

import java.util.Optional;
import java.util.stream.Stream;

/// The variables of a `for`, which hold the last item when it is over.
public final class ItemNames {
    private final Code code;
    private final ParsedModule module;
    private final For loop;

    public ItemNames(Code code, For loop) {
        this.code = code;
        this.loop = loop;
        module = code.module();
    }

    /// Who may see the last item after the loop; empty when nobody does.
    public Optional<String> seenAfter() {
        return names().filter(it -> isSeenElsewhere(it) || isUsedOutside(it))
                .findFirst()
                .map(it -> "`" + it.name() + "` is used outside of the loop, too");
    }

    private Stream<Name> names() {
        return Stream.concat(Stream.of(loop.target()), loop.target().descendants().stream())
                .filter(Name.class::isInstance)
                .map(Name.class::cast);
    }

    /// By another function, now or later, or as an attribute of the module.
    private boolean isSeenElsewhere(Name name) {
        Scope scope = module.scopeOf(loop);
        Optional<Binding> binding = module.bindingOf(name);
        boolean global = scope == module.moduleScope();
        return binding.isEmpty()
                || binding.get().scope() != scope
                || binding.get().uses().stream().anyMatch(use -> isLater(use, scope))
                || (global && !code.own().attributes(name.name()).isEmpty());
    }

    private boolean isLater(NameUse use, Scope scope) {
        Scope at = use.scope();
        while (at != scope && at.kind() == Scope.Kind.COMPREHENSION) {
            at = at.parent().orElseThrow();
        }
        return at != scope
                || (isInside(use.node())
                        && new Pauses(module).laterThan(use.node(), loop).isPresent());
    }

    /// Other loops bind the name anew.
    private boolean isUsedOutside(Name name) {
        Binding item = module.bindingOf(name).orElseThrow();
        return item.uses().stream()
                .map(NameUse::node)
                .filter(use -> !isInside(use))
                .anyMatch(
                        use ->
                                module.ancestors(use).stream()
                                        .noneMatch(
                                                it ->
                                                        it instanceof For other
                                                                && binds(other, item, use)));
    }

    /// Its `else` comes after it.
    private boolean isInside(Node use) {
        return loop.span().contains(use.span())
                && loop.otherwise().stream().noneMatch(it -> it.span().contains(use.span()));
    }

    private boolean binds(For other, Binding item, Node use) {
        boolean inside =
                other.target().span().contains(use.span())
                        || other.body().stream().anyMatch(it -> it.span().contains(use.span()));
        return inside
                && !other.span().contains(loop.span())
                && Stream.concat(Stream.of(other.target()), other.target().descendants().stream())
                        .anyMatch(
                                it ->
                                        it instanceof Name
                                                && module.bindingOf(it)
                                                        .filter(item::equals)
                                                        .isPresent());
    }
}
