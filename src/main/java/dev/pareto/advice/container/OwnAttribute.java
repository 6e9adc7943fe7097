package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Parameter;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.List;
import java.util.Optional;

/// Whether an attribute is the business of one class alone, which can take another one beside it.
final class OwnAttribute {
    private static final List<String> HOOKS =
            List.of(
                    "__getattr__",
                    "__getattribute__",
                    "__setattr__",
                    "__delattr__",
                    "__getstate__",
                    "__setstate__",
                    "__reduce__",
                    "__reduce_ex__");

    private final Code code;
    private final ParsedModule module;
    private final Holder holder;

    OwnAttribute(Code code, Holder holder) {
        this.code = code;
        this.holder = holder;
        module = code.module();
    }

    Optional<String> reason() {
        Optional<ClassDef> owner =
                holder.uses().stream().flatMap(use -> owner(use).stream()).findFirst();
        if (owner.isEmpty()) {
            return Optional.of("it is used outside of a class");
        }
        Optional<Handling> outside =
                holder.uses().stream()
                        .filter(use -> owner(use).filter(owner.get()::is).isEmpty())
                        .filter(use -> !isLook(use))
                        .findFirst();
        if (outside.isPresent()) {
            return Optional.of(
                    "it is used outside of its class (%s, line %d)"
                            .formatted(
                                    outside.get().module().source().path(), outside.get().line()));
        }
        return ofClass(owner.get());
    }

    /// Whether it is an attribute of a method's own object: there the set is, too.
    boolean isOwn(Handling use) {
        return owner(use).isPresent();
    }

    /// Whether others only look at the list, as it is then: they never see the set.
    private static boolean isLook(Handling use) {
        return use.is(Kind.READ) || use.is(Kind.ITERATED) || use.is(Kind.ASKED);
    }

    private Optional<String> ofClass(ClassDef owner) {
        Optional<Scope> body = module.scopeOpenedBy(owner);
        if (body.flatMap(scope -> scope.binding("__slots__")).isPresent()) {
            return Optional.of("its class allows no further attributes (__slots__)");
        }
        if (body.flatMap(scope -> scope.binding(holder.name())).isPresent()) {
            return Optional.of("the class itself has an attribute of that name");
        }
        if (!owner.decorators().isEmpty()) {
            return Optional.of("its class is changed by a decorator");
        }
        return HOOKS.stream()
                .filter(code.own()::defines)
                .findFirst()
                .map(hook -> "a class changes what attributes are (" + hook + ")");
    }

    /// The class in whose method it is used, of the method's own object.
    private Optional<ClassDef> owner(Handling use) {
        if (use.module() != module
                || !(use.use() instanceof Attribute(_, Name self, _, _))
                || (use.is(Kind.REBOUND) && SteadyList.value(use).isEmpty())) {
            return Optional.empty();
        }
        Optional<FunctionDef> method = method(use.use());
        boolean first =
                method.stream()
                        .flatMap(it -> it.parameters().all().stream())
                        .findFirst()
                        .flatMap(module::bindingOf)
                        .filter(
                                it ->
                                        module.binding(self)
                                                .filter(binding -> binding == it)
                                                .isPresent())
                        .filter(
                                it ->
                                        it.uses().stream()
                                                .allMatch(
                                                        u ->
                                                                !u.access().rebinds()
                                                                        || u.node()
                                                                                instanceof
                                                                                Parameter))
                        .isPresent();
        return first ? method.flatMap(this::classOf) : Optional.empty();
    }

    /// The outermost function around, which is the method.
    private Optional<FunctionDef> method(Node use) {
        return module.ancestors(use).stream()
                .filter(FunctionDef.class::isInstance)
                .map(FunctionDef.class::cast)
                .filter(it -> classOf(it).isPresent())
                .findFirst();
    }

    private Optional<ClassDef> classOf(FunctionDef method) {
        return module.parent(method).filter(ClassDef.class::isInstance).map(ClassDef.class::cast);
    }
}
