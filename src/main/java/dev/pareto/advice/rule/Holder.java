package dev.pareto.advice.rule;

import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.source.module.Binding;
import dev.pareto.source.tree.Expression;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// A variable or an attribute that holds a container, with everything the program does to it by
/// that name.
///
/// @param expression as it stands where the rule looked: `seen`, `self.seen`
/// @param name of the variable or attribute alone
/// @param binding null for an attribute
/// @param uses in all files of the program
public record Holder(
        Expression expression,
        String name,
        Reach reach,
        @Nullable Binding binding,
        List<Handling> uses) {
    public Holder {
        uses = List.copyOf(uses);
    }

    /// Who can see it by that name.
    public enum Reach {
        /// One call of one function.
        LOCAL,
        /// One call of one function; the object comes from its caller.
        PARAMETER,
        /// Also the functions inside of the function that owns it.
        SHARED,
        /// All of the program.
        GLOBAL,
        /// All of the program; it belongs to another file than the one looked at.
        FOREIGN,
        /// Whoever has the object.
        ATTRIBUTE
    }

    /// Whether functions other than the one looked at may use it.
    public boolean isShared() {
        return reach != Reach.LOCAL && reach != Reach.PARAMETER;
    }

    public Stream<Handling> uses(Kind kind) {
        return uses.stream().filter(use -> use.is(kind));
    }
}
