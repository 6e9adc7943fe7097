package dev.pareto.source.module;

import dev.pareto.source.tree.Node;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A region of a file with its own variables.
///
/// Two scopes are equal only if they are the same object.
public final class Scope {
    /// What opens a scope.
    public enum Kind {
        /// Around the module: names that the module nowhere binds.
        BUILTINS,
        MODULE,
        CLASS,
        FUNCTION,
        LAMBDA,
        COMPREHENSION,
        /// Around a generic function, class or alias: its type parameters.
        TYPE_PARAMETERS
    }

    private final Kind kind;
    private final String name;
    private final @Nullable Node node;
    private final @Nullable Scope parent;
    private final Set<String> globals = new LinkedHashSet<>();
    private final Set<String> nonlocals = new LinkedHashSet<>();
    private final Map<String, Binding> bindings = new LinkedHashMap<>();

    Scope(Kind kind, String name, @Nullable Node node, @Nullable Scope parent) {
        this.kind = kind;
        this.name = name;
        this.node = node;
        this.parent = parent;
    }

    public Kind kind() {
        return kind;
    }

    /// As Python names its code: of the function or class, `<module>`, `<lambda>`, `<listcomp>`.
    public String name() {
        return name;
    }

    /// As in Python's `__qualname__`: `Class.method`, `function.<locals>.inner`.
    public String qualifiedName() {
        if (parent == null || kind == Kind.MODULE) {
            return name;
        }
        Scope outer = parent;
        while (outer.kind == Kind.TYPE_PARAMETERS && outer.parent != null) {
            outer = outer.parent;
        }
        return switch (outer.kind) {
            case BUILTINS, MODULE -> name;
            case CLASS -> outer.qualifiedName() + "." + name;
            default -> outer.qualifiedName() + ".<locals>." + name;
        };
    }

    /// What opens it; empty for the builtins.
    public Optional<Node> node() {
        return Optional.ofNullable(node);
    }

    /// The scope around it; empty for the builtins.
    public Optional<Scope> parent() {
        return Optional.ofNullable(parent);
    }

    /// The variables it owns, in the order of their first mention.
    public Collection<Binding> bindings() {
        return Collections.unmodifiableCollection(bindings.values());
    }

    /// The variable of that name that this scope itself owns.
    public Optional<Binding> binding(String ownName) {
        return Optional.ofNullable(bindings.get(ownName));
    }

    /// The variable that a name means here: its own, or one of the scopes around it as Python looks
    /// them up. Empty when the module neither binds nor mentions the name.
    ///
    /// @param sought mangled, where it is a private name of a class
    public Optional<Binding> lookup(String sought) {
        boolean first = true;
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.kind == Kind.MODULE || scope.kind == Kind.BUILTINS) {
                return scope.ownOrUnbound(sought);
            }
            // The variables of a class are seen by its own code and its type parameters only.
            boolean visible = first || scope.kind != Kind.CLASS || isAnnotationIn(scope);
            if (visible && scope.bindings.containsKey(sought)) {
                return scope.binding(sought);
            }
            if (visible && scope.globals.contains(sought)) {
                return scope.module().ownOrUnbound(sought);
            }
            first = false;
        }
        return Optional.empty();
    }

    private boolean isAnnotationIn(Scope scope) {
        return kind == Kind.TYPE_PARAMETERS && parent == scope;
    }

    private Optional<Binding> ownOrUnbound(String sought) {
        return binding(sought).or(() -> parent().flatMap(builtins -> builtins.binding(sought)));
    }

    /// The module's scope; for the builtins themselves.
    Scope module() {
        Scope scope = this;
        while (scope.kind != Kind.MODULE && scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }

    /// What `global` names in it.
    public Set<String> globals() {
        return Collections.unmodifiableSet(globals);
    }

    /// What `nonlocal` names in it.
    public Set<String> nonlocals() {
        return Collections.unmodifiableSet(nonlocals);
    }

    /// Whether its code runs with local variables of its own, which inner scopes can see.
    public boolean isFunctionLike() {
        return kind == Kind.FUNCTION || kind == Kind.LAMBDA || kind == Kind.COMPREHENSION;
    }

    /// Whether it is the other scope or lies in it.
    public boolean isWithin(Scope other) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope == other) {
                return true;
            }
        }
        return false;
    }

    boolean mentions(String someName) {
        return bindings.containsKey(someName)
                || globals.contains(someName)
                || nonlocals.contains(someName);
    }

    void declareGlobal(String declared) {
        globals.add(declared);
    }

    void declareNonlocal(String declared) {
        nonlocals.add(declared);
    }

    /// The variable of that name that it owns, from now on if not before.
    Binding own(String ownName) {
        return bindings.computeIfAbsent(ownName, _ -> new Binding(ownName, this));
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
