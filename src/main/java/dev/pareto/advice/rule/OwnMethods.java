package dev.pareto.advice.rule;

import dev.pareto.advice.rule.OwnCode.ClassPlace;
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
    private static final int DEPTH = 8;

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
        boolean computed = own.defines("__getattribute__") || own.defines("__new__");
        return methods && !other && !computed && !isSet(name) ? found : List.of();
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

    /// Whether the source shows that a method of an object is one of the program's: `self`, or a
    /// variable that gets nothing but new objects of a class.
    public boolean isOwn(Expression object, String method, ParsedModule module) {
        return !isMixed()
                && object instanceof Name name
                && module.binding(name).filter(it -> isOwn(it, method, module)).isPresent();
    }

    private boolean isOwn(Binding binding, String method, ParsedModule module) {
        if (binding.is(Role.PARAMETER)) {
            return self(binding, module).filter(it -> gives(it, method, DEPTH)).isPresent();
        }
        List<Node> stores =
                binding.uses().stream()
                        .filter(use -> use.access().rebinds())
                        .map(use -> module.parent(use.node()).orElse(use.node()))
                        .toList();
        return !stores.isEmpty()
                && stores.stream()
                        .allMatch(
                                store -> value(store).filter(it -> makes(it, method)).isPresent());
    }

    private static Optional<ClassDef> self(Binding binding, ParsedModule module) {
        Optional<Node> owner = binding.scope().node();
        boolean first =
                owner.isPresent()
                        && owner.get() instanceof FunctionDef function
                        && function.decorators().isEmpty()
                        && function.parameters().all().stream()
                                .findFirst()
                                .filter(it -> it.name().equals(binding.name()))
                                .isPresent()
                        && binding.uses().stream().filter(use -> use.access().rebinds()).count()
                                <= 1;
        return first
                ? module.parent(owner.get())
                        .filter(ClassDef.class::isInstance)
                        .map(ClassDef.class::cast)
                : Optional.empty();
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

    private boolean makes(Expression value, String method) {
        return value instanceof Call(_, Name type, _, _) && gives(type.name(), method, DEPTH);
    }

    /// Whether a type that a run saw has a method from one of the program's classes.
    ///
    /// @param type as in `__main__.Client`
    public boolean gives(String type, String method) {
        return type.contains(".")
                && gives(type.substring(type.lastIndexOf('.') + 1), method, DEPTH);
    }

    private boolean gives(String type, String method, int depth) {
        List<ClassDef> meant =
                own.classes().stream()
                        .map(ClassPlace::type)
                        .filter(it -> it.name().equals(type))
                        .toList();
        return !meant.isEmpty() && meant.stream().allMatch(it -> gives(it, method, depth));
    }

    /// Whether a class has a method, or gets it from bases that are all classes of the program.
    private boolean gives(ClassDef type, String method, int depth) {
        boolean defines =
                type.body().stream()
                        .anyMatch(it -> it instanceof FunctionDef f && f.name().equals(method));
        return depth > 0
                && type.keywords().isEmpty()
                && (defines
                        || (!type.bases().isEmpty()
                                && type.bases().stream()
                                        .allMatch(
                                                it ->
                                                        it instanceof Name base
                                                                && gives(
                                                                        base.name(),
                                                                        method,
                                                                        depth - 1))));
    }

    /// Whether a class has bases of the program and others beside: these may come first.
    private boolean isMixed() {
        return own.classes().stream()
                .anyMatch(
                        it ->
                                it.type().bases().size() > 1
                                        && !it.type().bases().stream().allMatch(this::isOwnClass));
    }

    private boolean isOwnClass(Expression base) {
        return base instanceof Name name
                && own.classes().stream().anyMatch(it -> it.type().name().equals(name.name()));
    }
}
