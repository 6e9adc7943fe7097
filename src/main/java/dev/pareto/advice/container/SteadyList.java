package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Freshness;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.advice.rule.Pauses;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.List;
import java.util.Optional;

/// Whether a list stays what it is while a loop runs, as far as the source tells.
public final class SteadyList {
    private final Code code;
    private final ParsedModule module;
    private final Holder holder;
    private final Freshness freshness;

    public SteadyList(Code code, Holder holder) {
        this.code = code;
        this.holder = holder;
        module = code.module();
        freshness = new Freshness(code.own(), module);
    }

    /// Why a set, or anything else, made before the loop of the list could be wrong inside of it,
    /// or could not be made there.
    public Optional<String> reason(Statement loop) {
        return inside(loop)
                .or(() -> elsewhere(loop))
                .or(() -> ofAttribute(loop))
                .or(() -> pause(loop))
                .or(() -> new MaybeNoList(code, holder).reason())
                .or(() -> unbound(loop));
    }

    /// The same where it does not matter whether it is a list.
    public Optional<String> reasonForAnything(Statement loop) {
        return inside(loop)
                .or(() -> elsewhere(loop))
                .or(() -> ofAttribute(loop))
                .or(() -> pause(loop))
                .or(() -> unbound(loop));
    }

    /// Why the variable may have no value yet where the loop begins.
    public Optional<String> unbound(Statement loop) {
        return new BoundBefore(module, holder).reason(loop);
    }

    /// Whether nobody but this function can know the list until the loop is over.
    public boolean isProved(Statement loop) {
        return holder.reach() == Reach.LOCAL
                && values().stream().allMatch(freshness::isNewSequence)
                && holder.uses(Kind.REBOUND).count() == values().size()
                && holder.uses().stream()
                        .filter(use -> use.is(Kind.KEPT) || use.is(Kind.PASSED))
                        .allMatch(use -> isAfter(use, loop));
    }

    private List<Expression> values() {
        return holder.uses(Kind.REBOUND).flatMap(use -> value(use).stream()).toList();
    }

    static Optional<Expression> value(Handling rebound) {
        return switch (rebound.by()) {
            case Assign it
                    when it.targets().size() == 1 && it.targets().getFirst().is(rebound.use()) ->
                    Optional.of(it.value());
            case AnnAssign it when it.target().is(rebound.use()) -> Optional.ofNullable(it.value());
            default -> Optional.empty();
        };
    }

    /// `a = b = []`
    private static boolean isBoundTwice(Handling use) {
        return use.is(Kind.REBOUND) && use.by() instanceof Assign it && it.targets().size() > 1;
    }

    private boolean isAfter(Handling use, Statement loop) {
        return use.offset() >= loop.span().end()
                && module.enclosingLoops(loop).stream()
                        .noneMatch(around -> around.span().contains(use.use().span()));
    }

    private boolean isInside(Handling use, Statement loop) {
        return use.module() == module && loop.span().contains(use.use().span());
    }

    private Optional<String> inside(Statement loop) {
        return holder.uses().stream()
                .filter(use -> isInside(use, loop))
                .flatMap(use -> danger(use).stream())
                .findFirst();
    }

    private static Optional<String> danger(Handling use) {
        return switch (use.kind()) {
            case ASKED, READ, ITERATED, RETURNED -> Optional.empty();
            case CHANGED ->
                    Optional.of("the list is changed inside the loop (" + use.where() + ")");
            case REBOUND ->
                    Optional.of(
                            "the name gets another value inside the loop (" + use.where() + ")");
            case KEPT ->
                    Optional.of(
                            "another reference to the list is made inside the loop (line "
                                    + use.line()
                                    + ")");
            case PASSED ->
                    Optional.of(
                            "code that is not looked at gets the list inside the loop ("
                                    + use.where()
                                    + ")");
        };
    }

    /// What other functions, or other names, may do to it meanwhile.
    private Optional<String> elsewhere(Statement loop) {
        if (!holder.isShared()) {
            return holder.uses().stream()
                    .filter(use -> use.is(Kind.KEPT) ? !isAfter(use, loop) : isBoundTwice(use))
                    .findFirst()
                    .map(use -> "another name sees the same list (line " + use.line() + ")");
        }
        if (code.own().unread().isPresent()) {
            return Optional.of(
                    code.own().unread().get() + " may use it too, and is no valid Python");
        }
        Optional<Integer> here = module.enclosingFunction(loop).map(Node::id);
        return holder.uses().stream()
                .filter(use -> use.is(Kind.CHANGED) || use.is(Kind.REBOUND) || use.escapes())
                .filter(use -> !isHarmless(use, here))
                .findFirst()
                .map(
                        use ->
                                "other code can change it while the loop runs (%s in %s, line %d)"
                                        .formatted(
                                                use.what(),
                                                use.module().source().path(),
                                                use.line()));
    }

    /// What runs before or after the loop, but not by it: its own function, or code that makes the
    /// list.
    private boolean isHarmless(Handling use, Optional<Integer> here) {
        Optional<FunctionDef> function = use.module().enclosingFunction(use.use());
        if (use.module() == module && function.map(Node::id).equals(here)) {
            return !use.escapes();
        }
        boolean global = holder.reach() == Reach.GLOBAL || holder.reach() == Reach.FOREIGN;
        return switch (holder.reach()) {
            case GLOBAL, FOREIGN -> global && function.isEmpty() && !use.escapes();
            case ATTRIBUTE ->
                    use.is(Kind.REBOUND)
                            && function.map(it -> it.name().equals("__init__")).orElse(true);
            case SHARED ->
                    use.is(Kind.REBOUND)
                            && holder.binding() != null
                            && use.module().scopeOf(use.use()) == holder.binding().scope();
            case LOCAL, PARAMETER -> true;
        };
    }

    /// An attribute may be computed, or belong to another object in the next round.
    private Optional<String> ofAttribute(Statement loop) {
        if (!(holder.expression() instanceof Attribute attribute)) {
            return Optional.empty();
        }
        if (code.own().defines(holder.name())
                || code.own().defines("__getattr__")
                || code.own().defines("__getattribute__")) {
            return Optional.of("a method may compute the attribute each time");
        }
        Expression part = attribute.value();
        while (part instanceof Attribute it) {
            boolean set =
                    code.own().attributes(it.attribute()).stream()
                            .anyMatch(
                                    use ->
                                            use.node().context() != Context.LOAD
                                                    && use.module() == module
                                                    && loop.span().contains(use.node().span()));
            if (set) {
                return Optional.of("it belongs to another object inside the loop");
            }
            part = it.value();
        }
        boolean rebound =
                part instanceof Name name
                        && module.binding(name).stream()
                                .flatMap(binding -> binding.uses().stream())
                                .anyMatch(
                                        use ->
                                                use.access().rebinds()
                                                        && loop.span().contains(use.span()));
        return rebound
                ? Optional.of("it belongs to another object inside the loop")
                : Optional.empty();
    }

    private Optional<String> pause(Statement loop) {
        return isProved(loop)
                ? Optional.empty()
                : new Pauses(module)
                        .in(loop)
                        .map(
                                pause ->
                                        "the function pauses inside the loop (line "
                                                + pause.line()
                                                + "), and other code may change the list meanwhile");
    }
}
