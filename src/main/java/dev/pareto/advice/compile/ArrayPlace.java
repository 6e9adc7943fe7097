package dev.pareto.advice.compile;

import dev.pareto.advice.container.SteadyList;
import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.DynamicNames;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holders;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.DynamicAccess;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.BoolOp;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.IfExp;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.For;
import dev.pareto.source.tree.Statement.If;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where arrays of a numeric loop's lists can be made, and what forbids the whole.
final class ArrayPlace {
    private static final List<String> BUILTINS =
            List.of(
                    "abs", "float", "int", "len", "list", "map", "min", "range", "set", "tuple",
                    "type");

    private final NumericLoop loop;
    private final Code code;
    private final ParsedModule module;

    ArrayPlace(NumericLoop loop) {
        this.loop = loop;
        code = loop.code();
        module = loop.module();
    }

    /// Why the source alone forbids a NumPy loop.
    Optional<String> veto(Leaves leaves) {
        Scope scope = module.scopeOf(loop.loop());
        if (scope.kind() != Scope.Kind.FUNCTION && scope.kind() != Scope.Kind.MODULE) {
            return Optional.of("it stands directly in a class");
        }
        if (code.own().module("numpy").isPresent()) {
            return Optional.of("the program has a file numpy.py of its own");
        }
        if (module.uses(DynamicAccess.Kind.STAR_IMPORT)) {
            return Optional.of("names that the file imports with a star could mean anything");
        }
        if (code.own().usesThreads()) {
            return Optional.of("another thread may change the numbers while it computes");
        }
        Optional<String> shadowed =
                BUILTINS.stream().filter(it -> !module.isBuiltin(it, scope)).findFirst();
        if (shadowed.isPresent()) {
            return Optional.of("`" + shadowed.get() + "` may mean something else in this file");
        }
        if (!new BlockEdits(module).canWrap(loop.loop())
                || !module.hasExactSpan(loop.loop())
                || !new StatementEdits(code.source()).canPrecede(loop.loop())) {
            return Optional.of("there is no place for a second way beside the loop");
        }
        for (Assign step : loop.steps()) {
            Name name = (Name) step.targets().getFirst();
            if (isUsedElsewhere(name)) {
                return Optional.of("`" + name.name() + "` is used outside of the loop");
            }
        }
        boolean several = loop.items().bound().size() > 1;
        for (Name name : loop.items().bound()) {
            if (several && isUsedElsewhere(name)) {
                return Optional.of("`" + name.name() + "` is used after the loop");
            }
        }
        return new DynamicNames(code.own())
                .ofLocals(module, loop.loop())
                .map(where -> "variables may be reached by " + where)
                .or(() -> unbound(leaves));
    }

    /// What the guard reads must be there, as it was where the loop read it.
    private Optional<String> unbound(Leaves leaves) {
        List<Name> names = new ArrayList<>(lists(leaves));
        loop.updates().forEach(update -> names.add(update.target()));
        for (Expression scalar : leaves.scalars().values()) {
            if (scalar instanceof Name name) {
                names.add(name);
            } else if (!isAlwaysRead(scalar)) {
                return Optional.of(
                        "`"
                                + module.text(scalar)
                                + "` is not read for each item, and may not be there");
            }
        }
        for (Name name : names) {
            Optional<Holder> holder = new Holders(code).of(name);
            if (holder.isEmpty()
                    || new SteadyList(code, holder.get()).unbound(loop.loop()).isPresent()) {
                return Optional.of(
                        "`" + name.name() + "` may have no value yet where the loop begins");
            }
        }
        return Optional.empty();
    }

    /// Whether the first item already reads an expression.
    private boolean isAlwaysRead(Expression scalar) {
        Node part = scalar;
        for (Node above : module.ancestors(scalar)) {
            Node below = part;
            boolean always =
                    switch (above) {
                        case BoolOp it -> it.values().getFirst().is(below);
                        case IfExp it -> it.test().is(below);
                        case Compare it ->
                                it.left().is(below) || it.comparators().getFirst().is(below);
                        case If it -> it.test().is(below) && isFirst(it);
                        default -> true;
                    };
            if (!always) {
                return false;
            }
            if (above.is(loop.loop())) {
                return true;
            }
            part = above;
        }
        return false;
    }

    /// An `elif`, or what follows another statement, comes later.
    private boolean isFirst(If statement) {
        return module.parent(statement).filter(it -> it.is(loop.loop())).isPresent();
    }

    /// The names of the lists where their items are read.
    List<Name> lists(Leaves leaves) {
        List<Name> names = new ArrayList<>();
        for (Expression read : leaves.lists().values()) {
            if (read instanceof Subscript(_, Name list, _, _)) {
                names.add(list);
            } else if (read instanceof Name variable) {
                loop.items().listOf(variable, module).ifPresent(names::add);
            }
        }
        return names;
    }

    /// Whether a variable of the loop is read where the loop may have given it its value.
    boolean isUsedElsewhere(Name name) {
        Binding binding = module.binding(name).orElseThrow();
        boolean known =
                binding.isGlobal()
                        && Stream.of(name.name())
                                .anyMatch(it -> !code.own().attributes(it).isEmpty());
        return known
                || binding.uses().stream()
                        .filter(use -> !use.access().rebinds() || use.access().reads())
                        .filter(use -> !loop.loop().span().contains(use.span()))
                        .anyMatch(use -> !isOfAnotherLoop(use, binding));
    }

    private boolean isOfAnotherLoop(NameUse use, Binding binding) {
        return module.ancestors(use.node()).stream()
                .filter(For.class::isInstance)
                .map(For.class::cast)
                .filter(other -> !other.span().contains(loop.loop().span()))
                .anyMatch(
                        other ->
                                !other.iterable().span().contains(use.span())
                                        && other.otherwise().stream()
                                                .noneMatch(it -> it.span().contains(use.span()))
                                        && Stream.concat(
                                                        Stream.of(other.target()),
                                                        other.target().descendants().stream())
                                                .anyMatch(it -> isBound(it, binding)));
    }

    private boolean isBound(Node target, Binding binding) {
        return target instanceof Name name
                && module.binding(name).filter(binding::equals).isPresent();
    }

    /// The statement before which the arrays are made: the outermost loop around that leaves the
    /// lists as they are.
    Statement before(Leaves leaves) {
        List<SteadyList> lists = new ArrayList<>();
        for (Name list : lists(leaves)) {
            Optional<Holder> holder = new Holders(code).of(list);
            if (holder.isEmpty()
                    || new DynamicNames(code.own())
                            .reason(holder.get(), module, list)
                            .isPresent()) {
                return loop.loop();
            }
            lists.add(new SteadyList(code, holder.get()));
        }
        StatementEdits statements = new StatementEdits(code.source());
        QuietLoop quiet = new QuietLoop(code);
        Statement best = loop.loop();
        if (lists.isEmpty()) {
            return best;
        }
        for (Node around : module.enclosingLoops(loop.loop())) {
            if (!(around instanceof Statement outer)
                    || !statements.canPrecede(outer)
                    || lists.stream().anyMatch(it -> it.reasonForAnything(outer).isPresent())) {
                return best;
            }
            boolean proved = lists.stream().allMatch(it -> it.isProved(outer));
            if (!proved && (quiet.hasGenerators() || !quiet.isQuiet(outer, loop.loop()))) {
                return best;
            }
            best = outer;
        }
        return best;
    }
}
