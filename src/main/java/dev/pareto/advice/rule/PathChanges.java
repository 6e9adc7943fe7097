package dev.pareto.advice.rule;

import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.DictComp;
import dev.pareto.source.tree.Expression.DictDisplay;
import dev.pareto.source.tree.Expression.ListComp;
import dev.pareto.source.tree.Expression.ListDisplay;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.SetComp;
import dev.pareto.source.tree.Expression.SetDisplay;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.AugAssign;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether what a path leads to may become another object while a part of the program runs.
public final class PathChanges {
    private static final Set<String> CHANGING =
            Set.of("clear insert pop popitem remove reverse sort update".split(" "));
    private static final Set<String> MAKING =
            Set.of("list dict set defaultdict Counter OrderedDict deque sorted".split(" "));

    private final Code code;
    private final List<Meanwhile.Part> meanwhile;

    /// @param part of the file that is looked at
    public PathChanges(Code code, Node part) {
        this.code = code;
        meanwhile = Meanwhile.of(code, part);
    }

    /// Why one of its attributes may be set, or be computed.
    public Optional<String> ofAttributes(KeyPath path) {
        for (Expression step : path.parts()) {
            if (step instanceof Attribute it) {
                Optional<String> reason = ofAttribute(it);
                if (reason.isPresent()) {
                    return reason;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofAttribute(Attribute attribute) {
        String name = attribute.attribute();
        if (code.own().defines(name)) {
            return Optional.of("a method may compute `" + name + "` each time");
        }
        Optional<String> reflective = new DynamicNames(code.own()).ofAttribute(name);
        if (reflective.isPresent()) {
            return reflective.map(where -> "attributes may be reached by " + where);
        }
        for (Meanwhile.Part part : meanwhile) {
            Optional<Node> set =
                    part.nodes()
                            .filter(
                                    node ->
                                            node instanceof Attribute it
                                                    && it.attribute().equals(name)
                                                    && it.context() != Context.LOAD
                                                    && !isOfNewObject(it, part.module()))
                            .findFirst();
            if (set.isPresent()) {
                return Optional.of(
                        "`%s` of an object is set meanwhile (line %d%s)"
                                .formatted(name, set.get().line(), file(part)));
            }
        }
        return Optional.empty();
    }

    /// `self.name = …` in `__init__`
    private static boolean isOfNewObject(Attribute attribute, ParsedModule module) {
        return attribute.value() instanceof Name name
                && module.enclosingFunction(attribute)
                        .filter(it -> it.name().equals("__init__"))
                        .map(FunctionDef::parameters)
                        .filter(it -> !it.all().isEmpty())
                        .filter(it -> it.all().getFirst().name().equals(name.name()))
                        .isPresent();
    }

    /// Why one of its elements may be set: then containers that are looked into must be tuples.
    public Optional<String> ofElements(KeyPath path) {
        if (path.parts().stream().noneMatch(Subscript.class::isInstance)) {
            return Optional.empty();
        }
        for (Meanwhile.Part part : meanwhile) {
            Optional<Node> change =
                    part.nodes().filter(node -> changes(node, path, part.module())).findFirst();
            if (change.isPresent()) {
                return Optional.of(
                        "an element may be set meanwhile (line %d%s)"
                                .formatted(change.get().line(), file(part)));
            }
        }
        return Optional.empty();
    }

    private boolean changes(Node node, KeyPath path, ParsedModule module) {
        return switch (node) {
            case Subscript it when it.context() != Context.LOAD ->
                    path.parts().stream().anyMatch(step -> mayMean(it, step))
                            && !isOwn(it.value(), module);
            case Call(_, Attribute method, _, _) when CHANGING.contains(method.attribute()) ->
                    !isOwn(method.value(), module);
            case AugAssign it when it.target() instanceof Name name ->
                    it.operator() == BinaryOperator.BIT_OR && !isOwn(name, module);
            default -> false;
        };
    }

    private static boolean mayMean(Subscript set, Expression step) {
        return step instanceof Subscript it
                && it.index() instanceof Constant wanted
                && !(set.index() instanceof Constant other
                        && !other.value().equals(wanted.value()));
    }

    /// Whether a variable or attribute always holds a container that was made for it, and that is
    /// no item of another.
    private boolean isOwn(Expression changed, ParsedModule module) {
        Optional<Holder> holder = new Holders(new Code(module, code.own())).of(changed);
        return holder.isPresent()
                && holder.get().reach() != Holder.Reach.PARAMETER
                && holder.get().uses(Kind.REBOUND).findAny().isPresent()
                && holder.get().uses(Kind.REBOUND).allMatch(PathChanges::isNew)
                && holder.get().uses().stream()
                        .noneMatch(use -> use.is(Kind.KEPT) || use.is(Kind.PASSED));
    }

    private static boolean isNew(Handling use) {
        return switch (use.by()) {
            case Assign it ->
                    it.targets().size() == 1
                            && it.targets().getFirst().is(use.use())
                            && isNew(it.value());
            case AnnAssign it -> it.value() != null && isNew(it.value());
            default -> false;
        };
    }

    private static boolean isNew(Expression value) {
        return switch (value) {
            case ListDisplay _, ListComp _, DictDisplay _, DictComp _, SetDisplay _, SetComp _ ->
                    true;
            case Call(_, Name it, _, _) -> MAKING.contains(it.name());
            case Call(_, Attribute it, _, _) -> MAKING.contains(it.attribute());
            default -> false;
        };
    }

    /// Why the variable that it begins with may mean something else, or belong to other code.
    public Optional<String> ofRoot(KeyPath path) {
        Optional<Binding> binding = path.name().flatMap(code.module()::binding);
        if (binding.isEmpty()) {
            return Optional.empty();
        }
        String name = binding.get().name();
        // Another call of the same function has its own.
        boolean own = !binding.get().isGlobal() && !binding.get().isShared();
        for (Meanwhile.Part part : own ? meanwhile.subList(0, 1) : meanwhile) {
            boolean rebound =
                    part.module() == code.module()
                            && binding.get().uses().stream()
                                    .anyMatch(
                                            use ->
                                                    use.access().rebinds()
                                                            && part.node()
                                                                    .span()
                                                                    .contains(use.span()));
            if (rebound) {
                return Optional.of(
                        "`%s` gets another value meanwhile (line %d%s)"
                                .formatted(name, part.node().line(), file(part)));
            }
        }
        return binding.get().isGlobal()
                        && code.own().attributes(name).stream()
                                .anyMatch(it -> it.node().context() != Context.LOAD)
                ? Optional.of("other files set `" + name + "`")
                : Optional.empty();
    }

    private String file(Meanwhile.Part part) {
        return part.module() == code.module() ? "" : " of " + part.module().source().path();
    }
}
