package dev.pareto.source.module;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A variable: one name in the scope that owns it, with every place of the file where the name
/// means this variable.
///
/// Two bindings are equal only if they are the same object.
public final class Binding {
    /// How a variable came to its scope; it may have several.
    public enum Role {
        PARAMETER,
        ASSIGNED,
        IMPORTED,
        FUNCTION,
        CLASS,
        ANNOTATED,
        TYPE_PARAMETER
    }

    private final String name;
    private final Scope scope;
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private final List<NameUse> uses = new ArrayList<>();

    Binding(String name, Scope scope) {
        this.name = name;
        this.scope = scope;
    }

    void add(Role role) {
        roles.add(role);
    }

    void add(NameUse use) {
        uses.add(use);
    }

    /// A private name of a class is mangled here, as in Python: `_Class__name`.
    public String name() {
        return name;
    }

    public Scope scope() {
        return scope;
    }

    /// Empty for a name that the module nowhere binds.
    public Set<Role> roles() {
        return Collections.unmodifiableSet(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// Everywhere in this file, in the order of the source.
    public List<NameUse> uses() {
        return Collections.unmodifiableList(uses);
    }

    public List<NameUse> uses(Access access) {
        return uses.stream().filter(use -> use.access() == access).toList();
    }

    /// Whether the module nowhere binds the name: a builtin, or nothing at all.
    public boolean isUnbound() {
        return scope.kind() == Scope.Kind.BUILTINS;
    }

    /// Whether it is a global variable of the module, which other modules may see and change.
    public boolean isGlobal() {
        return scope.kind() == Scope.Kind.MODULE;
    }

    /// Whether a function, class or comprehension inside its scope uses it too: a cell variable,
    /// where the scope is a function's.
    public boolean isShared() {
        return uses.stream().anyMatch(use -> use.scope() != scope);
    }

    @Override
    public String toString() {
        return name + " in " + scope;
    }
}
