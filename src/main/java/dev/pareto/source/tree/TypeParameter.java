package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

/// A type parameter of a generic function, class or type alias (Python 3.12 and later).
public sealed interface TypeParameter extends Node {
    String name();

    @Nullable Expression defaultValue();

    /// `T: bound = default`
    record TypeVar(
            Mark mark, String name, @Nullable Expression bound, @Nullable Expression defaultValue)
            implements TypeParameter {}

    /// `**P`
    record ParamSpec(Mark mark, String name, @Nullable Expression defaultValue)
            implements TypeParameter {}

    /// `*Ts`
    record TypeVarTuple(Mark mark, String name, @Nullable Expression defaultValue)
            implements TypeParameter {}
}
