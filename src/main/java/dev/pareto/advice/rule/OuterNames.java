package dev.pareto.advice.rule;

import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.NameUse;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.Assign;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a variable from outside of a piece of work stays what it is while the work is done by
/// several at once.
public final class OuterNames {
    private static final Set<String> MAKING = Set.of("__init__", "__new__", "__post_init__");

    private final Code code;
    private final Node loop;

    /// @param code of the file of the loop
    public OuterNames(Code code, Node loop) {
        this.code = code;
        this.loop = loop;
    }

    /// Why it may change meanwhile; empty when it stays.
    ///
    /// @param module where the name stands; @param work the pieces of code that the work consists
    ///   of
    public Optional<String> reason(
            Name name, ParsedModule module, Binding binding, List<Node> work) {
        for (NameUse use : binding.uses()) {
            if (use.access().rebinds() && isMeanwhile(use.node(), module, binding)) {
                return Optional.of(
                        "`%s` gets another value meanwhile (line %d)"
                                .formatted(name.name(), use.node().line()));
            }
        }
        if (isConstant(binding, module)) {
            return Optional.empty();
        }
        Optional<Holder> holder = new Holders(new Code(module, code.own())).of(name);
        if (holder.isEmpty()) {
            return Optional.of("nobody knows what becomes of `" + name.name() + "` meanwhile");
        }
        return holder.get().uses().stream()
                .filter(use -> !isWork(use, module, work))
                .filter(use -> use.is(Kind.CHANGED) ? !isReading(use) : use.escapes())
                .filter(use -> use.module() != module || isMeanwhile(use.use(), module, binding))
                .findFirst()
                .map(use -> "`%s` may change meanwhile (%s)".formatted(name.name(), use.where()));
    }

    /// Why an attribute of this name may be set meanwhile, on whatever object.
    Optional<String> ofAttribute(String attribute) {
        return code.own().attributes(attribute).stream()
                .filter(use -> use.node().context() != Context.LOAD)
                .filter(use -> isMeanwhile(use.node(), use.module()))
                .findFirst()
                .map(
                        use ->
                                "`.%s` may be set meanwhile (%s, line %d)"
                                        .formatted(
                                                attribute,
                                                use.module().source().path(),
                                                use.node().line()));
    }

    /// In the loop, or in another function than the one with the loop; an object that is just being
    /// made is nobody else's.
    private boolean isMeanwhile(Node node, ParsedModule module) {
        if (module == code.module() && loop.span().contains(node.span())) {
            return true;
        }
        var function = module.enclosingFunction(node);
        var here = code.module().enclosingFunction(loop).map(Node::id);
        boolean same = module == code.module() && function.map(Node::id).equals(here);
        return !same && function.filter(it -> !MAKING.contains(it.name())).isPresent();
    }

    private boolean isWork(Handling use, ParsedModule module, List<Node> work) {
        return use.module() == module
                && (!use.is(Kind.CHANGED) || isOwnMethod(use))
                && work.stream().anyMatch(part -> part.span().contains(use.use().span()));
    }

    /// It is looked at where the work calls it.
    private boolean isOwnMethod(Handling use) {
        return use.by() instanceof Call call
                && call.function() instanceof Attribute method
                && !new OwnMethods(code.own()).named(method.attribute()).isEmpty();
    }

    private boolean isReading(Handling use) {
        return use.by() instanceof Call call
                && call.function() instanceof Attribute method
                && new KnownCalls(code.own(), use.module()).isPureMethod(method.attribute());
    }

    /// Whether a place may be executed while the loop runs: in it, or in a function other than the
    /// variable's own.
    private boolean isMeanwhile(Node node, ParsedModule module, Binding binding) {
        boolean inLoop = module == code.module() && loop.span().contains(node.span());
        var function = module.enclosingFunction(node).map(Node::id);
        var owner = binding.scope().node().map(Node::id);
        boolean elsewhere = binding.isGlobal() ? function.isPresent() : !function.equals(owner);
        return inLoop || elsewhere;
    }

    private static boolean isConstant(Binding binding, ParsedModule module) {
        return !binding.uses(Access.STORE).isEmpty()
                && binding.uses(Access.STORE).stream()
                        .allMatch(
                                use ->
                                        value(module.parent(use.node()).orElse(use.node()))
                                                .filter(Constant.class::isInstance)
                                                .isPresent());
    }

    private static Optional<Expression> value(Node statement) {
        return switch (statement) {
            case Assign it -> Optional.of(it.value());
            case AnnAssign it -> Optional.ofNullable(it.value());
            default -> Optional.empty();
        };
    }
}
