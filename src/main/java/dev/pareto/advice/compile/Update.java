package dev.pareto.advice.compile;

import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Name;

import java.util.List;

/// One change that a numeric loop makes for an item.
///
/// @param conditions under which it is made, all of them
/// @param target the variable that takes in the value
record Update(List<Condition> conditions, Name target, How how, Expression value) {
    Update {
        conditions = List.copyOf(conditions);
    }

    enum How {
        ADD,
        SUBTRACT,
        APPEND
    }

    /// @param holds whether it must be true, or false
    record Condition(Expression test, boolean holds) {}
}
