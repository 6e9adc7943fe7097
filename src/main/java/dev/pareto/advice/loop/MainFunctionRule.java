package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Rule;
import dev.pareto.source.tree.Module;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.Loop;

import java.util.List;
import java.util.Optional;

/// A loop at module level looks up every variable in a dict; in a function they have numbers.
public final class MainFunctionRule implements Rule {
    @Override
    public String id() {
        return "main-function";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        return node instanceof Module ? of(code) : Optional.empty();
    }

    private static Optional<Finding> of(Code code) {
        List<Loop> loops =
                code.module()
                        .nodes()
                        .filter(Loop.class::isInstance)
                        .map(Loop.class::cast)
                        .filter(loop -> code.module().scopeOf(loop) == code.module().moduleScope())
                        .filter(loop -> code.module().enclosingLoops(loop).isEmpty())
                        .toList();
        if (loops.isEmpty()) {
            return Optional.empty();
        }
        String key = code.path() + " main";
        String subject = "Function for the loops of " + code.path();
        ModuleTail tail = new ModuleTail(code);
        Optional<String> reason = tail.reason();
        if (reason.isPresent()) {
            return Optional.of(new Finding.Refused(key, subject, loops, reason.get()));
        }
        Optional<ModuleTail.Region> region = tail.longest();
        List<Loop> inside =
                region.stream()
                        .flatMap(
                                it ->
                                        loops.stream()
                                                .filter(loop -> it.span().contains(loop.span())))
                        .toList();
        return Optional.of(
                inside.isEmpty()
                        ? new Finding.Refused(key, subject, loops, tail.obstacle(loops.getLast()))
                        : new MainPlan(code, region.orElseThrow(), inside).candidate(key, subject));
    }
}
