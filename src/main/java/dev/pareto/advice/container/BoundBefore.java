package dev.pareto.advice.container;

import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Parameter;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.For;
import dev.pareto.source.tree.Statement.With;

import java.util.Optional;

/// Whether a variable has its value for certain where a loop begins, so that a set can be made of
/// it there.
final class BoundBefore {
    private final ParsedModule module;
    private final Holder holder;

    BoundBefore(ParsedModule module, Holder holder) {
        this.module = module;
        this.holder = holder;
    }

    /// Why the list may not be there yet; empty when it is.
    Optional<String> reason(Statement loop) {
        boolean own =
                holder.reach() == Reach.LOCAL
                        || (holder.reach() == Reach.GLOBAL
                                && module.scopeOf(loop) == module.moduleScope());
        if (!own) {
            return Optional.empty();
        }
        boolean bound =
                holder.uses(Kind.REBOUND)
                        .filter(
                                use ->
                                        use.module() == module
                                                && !(use.by() instanceof Statement.Delete))
                        .filter(use -> use.offset() < loop.span().start())
                        .anyMatch(use -> use.use() instanceof Parameter || isAlwaysRun(use, loop));
        return bound
                ? Optional.empty()
                : Optional.of("the list may not be there yet before the loop");
    }

    /// Whether a binding lies in a block around the loop.
    private boolean isAlwaysRun(Handling use, Statement loop) {
        if (use.by() instanceof For && !use.by().span().contains(loop.span())) {
            return false;
        }
        Node block =
                module.parent(module.enclosingStatement(use.use()).orElseThrow()).orElseThrow();
        while (block instanceof With) {
            block = module.parent(block).orElseThrow();
        }
        Node found = block;
        return module.ancestors(loop).stream().anyMatch(found::is) && !isBranch(found, use, loop);
    }

    /// Whether both lie in the same statement, but in different branches of it.
    private boolean isBranch(Node block, Handling use, Statement loop) {
        if (block instanceof Statement.If it) {
            boolean loopFirst = it.body().stream().anyMatch(s -> s.span().contains(loop.span()));
            boolean useFirst =
                    it.body().stream().anyMatch(s -> s.span().contains(use.use().span()));
            return loopFirst != useFirst;
        }
        return block instanceof Statement.Try
                || block instanceof Statement.Match
                || block instanceof dev.pareto.source.tree.ExceptHandler;
    }
}
