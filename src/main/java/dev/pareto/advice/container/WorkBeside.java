package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Comprehending;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the lines of a search do for an item with the key, as far as that takes time.
final class WorkBeside {
    private static final Set<String> QUICK =
            Set.of("abs append add bool float get int isinstance len max min round str".split(" "));

    private final Code code;

    WorkBeside(Code code) {
        this.code = code;
    }

    JoinModel.Cost of(KeySearch search) {
        List<Node> beside = new ArrayList<>(search.rest());
        if (search.isClause()) {
            Comprehending all = (Comprehending) code.module().parent(search.loop()).orElseThrow();
            all.children().stream().filter(Expression.class::isInstance).forEach(beside::add);
        }
        if (beside.isEmpty() || beside.stream().allMatch(Name.class::isInstance)) {
            return JoinModel.Cost.NONE;
        }
        boolean quick =
                beside.stream()
                        .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                        .filter(Call.class::isInstance)
                        .map(Call.class::cast)
                        .allMatch(this::isQuick);
        return quick ? JoinModel.Cost.SOME : JoinModel.Cost.CALLS;
    }

    /// Functions of the program take their time in lines of their own.
    private boolean isQuick(Call call) {
        return switch (call.function()) {
            case Name it -> QUICK.contains(it.name()) || code.own().defines(it.name());
            case Attribute it ->
                    QUICK.contains(it.attribute()) || code.own().defines(it.attribute());
            default -> false;
        };
    }
}
