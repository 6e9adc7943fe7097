package dev.pareto.advice.memory;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the value of an expression goes, when one reader goes through it once and nobody else sees
/// it.
///
/// @param reader the `for` or the call that goes through it
/// @param read the expression that the reader goes through: the value, or the variable
/// @param assigned the statement that gave it a name; null for none
record SingleUse(Expression value, Node reader, Expression read, @Nullable Assign assigned) {
    /// They go through all of their argument and keep no list of it.
    private static final Set<String> READERS =
            Set.of("sum", "max", "min", "set", "frozenset", "dict", "any", "all");

    /// The use, or why there is none of this kind; empty for what is no business of such a rule.
    ///
    /// @param reason null when there is one
    record Look(@Nullable SingleUse use, @Nullable String reason) {}

    static Optional<Look> of(Expression value, Code code) {
        ParsedModule module = code.module();
        Node parent = module.parent(value).orElseThrow();
        Optional<Node> direct = reader(value, module);
        if (direct.isPresent()) {
            return Optional.of(new Look(new SingleUse(value, direct.get(), value, null), null));
        }
        return parent instanceof Assign assign
                        && assign.value().is(value)
                        && assign.targets().size() == 1
                        && assign.targets().getFirst() instanceof Name name
                ? Optional.of(ofVariable(value, assign, name, code))
                : Optional.empty();
    }

    private static Look no(String reason) {
        return new Look(null, reason);
    }

    private static Look ofVariable(Expression value, Assign assign, Name name, Code code) {
        ParsedModule module = code.module();
        Scope scope = module.scopeOf(assign);
        Optional<Binding> found = module.bindingOf(name);
        if (found.isEmpty()
                || found.get().scope() != scope
                || (scope.kind() != Scope.Kind.FUNCTION && scope.kind() != Scope.Kind.MODULE)
                || found.get().uses().stream().anyMatch(use -> use.scope() != scope)
                || (scope.kind() == Scope.Kind.MODULE && isAttribute(name.name(), code))) {
            return no("other code may see `" + name.name() + "`");
        }
        List<NameUse> others =
                found.get().uses().stream().filter(use -> !use.node().is(name)).toList();
        if (others.size() != 1) {
            return no(
                    others.isEmpty()
                            ? "it is never used"
                            : "it is used %d times, and a generator gives its items once"
                                    .formatted(others.size()));
        }
        if (!(others.getFirst().node() instanceof Name use)) {
            return no("it is used in another way than going through it");
        }
        Optional<Node> reader = reader(use, module);
        if (reader.isEmpty()) {
            return no("line %d does more than going through it once".formatted(use.line()));
        }
        Statement reading = module.enclosingStatement(reader.get()).orElseThrow();
        boolean sameBlock =
                module.parent(reading).orElseThrow().is(module.parent(assign).orElseThrow())
                        && reading.span().start() > assign.span().end();
        if (!sameBlock) {
            return no("it is read in another block than it is made in");
        }
        return new DynamicNames(code.own())
                .ofLocals(module, assign)
                .map(where -> no("variables may be reached by " + where))
                .orElseGet(() -> new Look(new SingleUse(value, reader.get(), use, assign), null));
    }

    private static boolean isAttribute(String name, Code code) {
        return !code.own().attributes(name).isEmpty();
    }

    /// What goes through an expression once, and all at once.
    private static Optional<Node> reader(Expression read, ParsedModule module) {
        Node parent = module.parent(read).orElseThrow();
        return switch (parent) {
            case For it when it.iterable().is(read) && !it.async() -> Optional.of(it);
            case Comprehension it
                    when it.iterable().is(read)
                            && !it.async()
                            && module.parent(it).orElseThrow() instanceof Comprehending all
                            && !(all instanceof GeneratorExp)
                            && all.generators().getFirst().is(it) ->
                    Optional.of(all);
            case Call it
                    when it.function() instanceof Name name
                            && READERS.contains(name.name())
                            && module.isBuiltin(name.name(), module.scopeOf(name))
                            && !it.arguments().isEmpty()
                            && it.arguments().getFirst().is(read)
                            && (it.arguments().size() == 1 || name.name().equals("sum")) ->
                    Optional.of(it);
            default -> Optional.empty();
        };
    }

    /// The statements from where it is made to where it is read, both left out.
    List<Statement> between(ParsedModule module) {
        if (assigned == null) {
            return List.of();
        }
        return module.parent(assigned).orElseThrow().children().stream()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .filter(
                        it ->
                                it.span().start() > assigned.span().start()
                                        && it.span().end() <= read.span().start())
                .toList();
    }

    /// Whether an exception of an item comes at another time, and may be caught.
    boolean isGuarded(ParsedModule module) {
        return module.ancestors(read).stream()
                .takeWhile(it -> !(it instanceof FunctionDef))
                .anyMatch(Try.class::isInstance);
    }

    Optional<Assign> assignment() {
        return Optional.ofNullable(assigned);
    }
}
