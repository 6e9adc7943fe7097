package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Freshness;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.For;

import java.util.List;
import java.util.Optional;

/// Whether a list is changed only where that can be seen.
final class ListEscapes {
    private final ParsedModule module;
    private final Holder holder;
    private final Scope scope;
    private final Freshness freshness;

    /// @param scope that owns the variable
    ListEscapes(Code code, Holder holder, Scope scope) {
        this.holder = holder;
        this.scope = scope;
        module = code.module();
        freshness = new Freshness(code.own(), module);
    }

    Optional<String> reason() {
        return escapes().or(this::iteration);
    }

    private Optional<String> escapes() {
        boolean immutable =
                holder.uses(Kind.REBOUND)
                        .allMatch(
                                use ->
                                        SteadyList.value(use)
                                                .filter(freshness::isTuple)
                                                .isPresent());
        if (immutable) {
            return Optional.empty();
        }
        return holder.uses().stream()
                .filter(use -> use.escapes() && !isHarmlessEscape(use))
                .findFirst()
                .map(
                        use ->
                                use.is(Kind.PASSED)
                                        ? "code that is not looked at may change it ("
                                                + use.where()
                                                + ")"
                                        : "another name may see the same list ("
                                                + use.where()
                                                + ")");
    }

    /// Whether nothing is asked or changed any more by then.
    private boolean isHarmlessEscape(Handling escape) {
        if (holder.reach() != Reach.LOCAL) {
            return false;
        }
        if (escape.is(Kind.RETURNED)) {
            return true;
        }
        List<Node> loops = module.enclosingLoops(escape.use());
        return module.scopeOf(escape.use()) == scope
                && holder.uses().stream()
                        .filter(use -> use.is(Kind.ASKED) || use.is(Kind.CHANGED))
                        .allMatch(
                                use ->
                                        use.offset() < escape.offset()
                                                && loops.stream()
                                                        .noneMatch(
                                                                loop ->
                                                                        loop.span()
                                                                                .contains(
                                                                                        use.use()
                                                                                                .span())));
    }

    private Optional<String> iteration() {
        return holder.uses(Kind.ITERATED)
                .filter(use -> use.by() instanceof For)
                .flatMap(
                        use ->
                                holder.uses(Kind.CHANGED)
                                        .filter(change -> change.module() == use.module())
                                        .filter(
                                                change ->
                                                        use.by()
                                                                .span()
                                                                .contains(change.use().span())))
                .findFirst()
                .map(change -> "it is changed while it is iterated (" + change.where() + ")");
    }
}
