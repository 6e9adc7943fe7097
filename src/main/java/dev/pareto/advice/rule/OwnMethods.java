package dev.pareto.advice.rule;

import dev.pareto.advice.rule.OwnCode.FunctionPlace;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.ClassDef;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.List;
import java.util.Optional;

/// Which methods of the program's classes a call of a method may mean.
public final class OwnMethods {
    private final OwnCode own;

    public OwnMethods(OwnCode own) {
        this.own = own;
    }

    /// All methods of this name; empty where something else of the program may have it: a function
    /// that is no method, a class, an attribute that is set, a variable of a class.
    public List<FunctionPlace> named(String name) {
        List<FunctionPlace> found = own.functions(name);
        boolean methods =
                found.stream()
                        .allMatch(
                                it ->
                                        it.function().decorators().isEmpty()
                                                && it.module().parent(it.function()).orElseThrow()
                                                        instanceof ClassDef);
        boolean other =
                own.classes().stream()
                        .anyMatch(
                                it ->
                                        it.type().name().equals(name)
                                                || binds(it.type(), name, it.module()));
        return methods && !other && !isSet(name) ? found : List.of();
    }

    private boolean isSet(String name) {
        return own.attributes(name).stream().anyMatch(it -> it.node().context() != Context.LOAD);
    }

    /// Whether the body of a class gives a name by something else than one definition.
    private static boolean binds(ClassDef type, String name, ParsedModule module) {
        return module.scopeOpenedBy(type)
                .flatMap(scope -> scope.binding(name))
                .filter(
                        binding ->
                                binding.uses().stream().filter(it -> it.access().rebinds()).count()
                                                > 1
                                        || binding.uses(Access.STORE).stream()
                                                .anyMatch(
                                                        it -> !(it.node() instanceof FunctionDef)))
                .isPresent();
    }

    /// Whether the source shows that an object is of one of the program's classes: `self`, or a
    /// variable that gets nothing but new objects of a class.
    public boolean isOwn(Expression object, ParsedModule module) {
        return object instanceof Name name
                && module.binding(name).filter(it -> isOwn(it, module)).isPresent();
    }

    private static boolean isOwn(Binding binding, ParsedModule module) {
        if (binding.is(Role.PARAMETER)) {
            return isSelf(binding, module);
        }
        List<Node> stores =
                binding.uses().stream()
                        .filter(use -> use.access().rebinds())
                        .map(use -> module.parent(use.node()).orElse(use.node()))
                        .toList();
        return !stores.isEmpty()
                && stores.stream()
                        .allMatch(
                                store -> value(store).filter(it -> makes(it, module)).isPresent());
    }

    private static boolean isSelf(Binding binding, ParsedModule module) {
        Optional<Node> owner = binding.scope().node();
        return owner.isPresent()
                && owner.get() instanceof FunctionDef function
                && module.parent(function).orElse(function) instanceof ClassDef
                && function.decorators().isEmpty()
                && function.parameters().all().stream()
                        .findFirst()
                        .filter(first -> first.name().equals(binding.name()))
                        .isPresent()
                && binding.uses().stream().filter(use -> use.access().rebinds()).count() <= 1;
    }

    private static Optional<Expression> value(Node store) {
        return switch (store) {
            case Assign it
                    when it.targets().size() == 1 && it.targets().getFirst() instanceof Name ->
                    Optional.of(it.value());
            case AnnAssign it -> Optional.ofNullable(it.value());
            default -> Optional.empty();
        };
    }

    private static boolean makes(Expression value, ParsedModule module) {
        return value instanceof Call(_, Name type, _, _)
                && module.binding(type)
                        .filter(it -> it.is(Role.CLASS) && it.roles().size() == 1)
                        .isPresent();
    }

    /// Whether a type that a run saw is one of the program's classes.
    ///
    /// @param type as in `__main__.Client`
    public boolean isOwn(String type) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        return type.contains(".")
                && own.classes().stream().anyMatch(it -> it.type().name().equals(name));
    }
}
