package dev.pareto.advice.rule;

import dev.pareto.source.module.Binding;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Lambda;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.AugAssign;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A function inside of another one, and whether the variables of the outer one that it reads keep
/// their values, contents included, for as long as it lives.
///
/// Each call of the outer function makes another inner one, so its life is the rest of that call,
/// provided that nothing but calls is done with it. What it does not know may change: the answer is
/// never too kind.
public final class EnclosedFunction {
    private static final Set<String> LOOKING = Set.of("get", "print");

    private final OwnCode own;
    private final ParsedModule module;
    private final FunctionDef inner;
    private final FunctionDef outer;
    private final FreshLocals fresh;
    private final KnownCalls known;

    private EnclosedFunction(
            OwnCode own, ParsedModule module, FunctionDef inner, FunctionDef outer) {
        this.own = own;
        this.module = module;
        this.inner = inner;
        this.outer = outer;
        known = new KnownCalls(own, module);
        fresh = new FreshLocals(module, known);
    }

    /// Empty for a function that does not stand directly in another one.
    public static Optional<EnclosedFunction> of(
            FunctionDef function, ParsedModule module, OwnCode own) {
        return module.enclosingFunction(function)
                .filter(outer -> module.scopeOf(function).node().filter(outer::is).isPresent())
                .map(outer -> new EnclosedFunction(own, module, function, outer));
    }

    /// Why it may outlive the call that makes it, or be called when nobody knows; a clause about
    /// the function.
    public Optional<String> escapes() {
        Binding binding = module.bindingOf(inner).orElseThrow();
        return binding.uses().stream()
                .filter(use -> !use.node().is(inner))
                .filter(use -> !isCall(use))
                .findFirst()
                .map(
                        use ->
                                "is handed on in line %d, and each call of `%s` makes another one"
                                        .formatted(use.node().line(), outer.name()));
    }

    private boolean isCall(NameUse use) {
        return module.parent(use.node()).orElse(use.node()) instanceof Call call
                && call.function().is(use.node())
                && module.enclosingFunction(call)
                        .filter(it -> it.is(outer) || it.is(inner))
                        .isPresent()
                && module.ancestors(call).stream()
                        .takeWhile(above -> !above.is(outer))
                        .noneMatch(Lambda.class::isInstance)
                && new Pauses(module).laterThan(call, outer).isEmpty();
    }

    /// Whether another function beside it is made as often as it is: not anew, with other
    /// variables, while this one lives on.
    boolean isMadeWith(FunctionDef other) {
        return loops(inner).equals(loops(other));
    }

    private List<Integer> loops(FunctionDef function) {
        return module.enclosingLoops(function).stream().map(Node::id).toList();
    }

    /// Why what a variable of the outer function holds may change while the inner function lives;
    /// empty where it stays.
    Optional<String> reason(Name name, Binding binding) {
        if (binding.scope().node().filter(outer::is).isEmpty()) {
            return Optional.of("reads `" + name.name() + "` of a function further outside");
        }
        for (NameUse use : binding.uses()) {
            boolean late =
                    use.span().start() > inner.span().start() || use.scope() != binding.scope();
            if (late && (use.access().rebinds() || !isLook(use.node()))) {
                return Optional.of(
                        "reads `%s` of the function around it, which may change (line %d)"
                                .formatted(name.name(), use.node().line()));
            }
        }
        return meanwhile();
    }

    private boolean isLook(Node use) {
        Handling handling = new Handlings(own, module).of(use);
        return switch (handling.kind()) {
            case ASKED, READ, ITERATED -> true;
            case CHANGED ->
                    handling.by() instanceof Call(_, Attribute method, _, _)
                            && (known.isPureMethod(method.attribute())
                                    || LOOKING.contains(method.attribute()));
            case REBOUND, KEPT, PASSED, RETURNED -> false;
        };
    }

    /// Other code that runs in the life of the inner function could change what the variables hold.
    private Optional<String> meanwhile() {
        if (own.usesThreads()) {
            return Optional.of("reads variables that another thread may change");
        }
        if (outer.async() || new Pauses(module).in(outer).isPresent()) {
            return Optional.of("reads variables of a function that pauses");
        }
        return Stream.concat(
                        Stream.of(inner),
                        outer.body().stream().filter(it -> it.span().end() > inner.span().end()))
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                .filter(this::mayChange)
                .findFirst()
                .map(
                        node ->
                                "reads variables of the function around it, which line %d may change"
                                        .formatted(node.line()));
    }

    private boolean mayChange(Node node) {
        return switch (node) {
            case Subscript it when it.context() != Context.LOAD -> !fresh.isOwn(it);
            case Attribute it when it.context() != Context.LOAD -> true;
            case AugAssign it when !(it.target() instanceof Name) -> true;
            case Call it -> !isHarmless(it);
            default -> false;
        };
    }

    private boolean isHarmless(Call call) {
        return switch (call.function()) {
            case Name name -> isHarmless(name);
            case Attribute method -> isHarmless(method);
            default -> false;
        };
    }

    private boolean isHarmless(Name name) {
        Optional<Binding> binding = module.binding(name);
        if (binding.isEmpty()) {
            return false;
        }
        if (binding.get().isUnbound()) {
            return PureNames.isBuiltin(name.name()) || LOOKING.contains(name.name());
        }
        boolean itself = module.bindingOf(inner).filter(binding.get()::equals).isPresent();
        return itself || isPure(name, binding.get());
    }

    private boolean isPure(Name name, Binding binding) {
        List<NameUse> made = binding.uses().stream().filter(use -> use.access().rebinds()).toList();
        return known.dotted(name).filter(KnownCalls::isPure).isPresent()
                || (made.size() == 1
                        && binding.isGlobal()
                        && made.getFirst().node() instanceof FunctionDef function
                        && new Purity(own).reason(function, module).isEmpty()
                        // It may change its arguments.
                        && module.nodes()
                                .filter(Call.class::isInstance)
                                .map(Call.class::cast)
                                .filter(it -> it.function().is(name))
                                .allMatch(it -> it.arguments().stream().allMatch(this::isValue)));
    }

    private boolean isValue(Expression argument) {
        return argument instanceof Expression.Constant
                || argument instanceof Expression.BinOp
                || argument instanceof Expression.JoinedStr;
    }

    private boolean isHarmless(Attribute method) {
        return known.isPureMethod(method.attribute())
                || LOOKING.contains(method.attribute())
                || known.dotted(method).filter(KnownCalls::isPure).isPresent()
                || (PureNames.isMethod(method.attribute())
                        && !own.defines(method.attribute())
                        && fresh.isOwn(method.value()));
    }
}
