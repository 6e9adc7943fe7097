package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Imports;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.ValueSeen;
import dev.pareto.source.Span;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.Comment;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides with the types that were seen whether a builtin does the same as a loop.
final class BuiltinJudge {
    /// What a loop of the interpreter takes more for each item, at most.
    private static final double SECONDS_AN_ITEM = 150e-9;

    private final CollectingLoop loop;
    private final Collected.Shorter shape;
    private final Evidence evidence;

    BuiltinJudge(CollectingLoop loop, Collected.Shorter shape, Evidence evidence) {
        this.loop = loop;
        this.shape = shape;
        this.evidence = evidence;
    }

    Judgement judge() {
        Optional<ValueSeen> items = seen(loop.loop().iterable());
        if (items.isEmpty() || trips() == 0) {
            return new Judgement.Refused("the run with probes saw no item there");
        }
        for (String type : items.get().types().keySet()) {
            if (evidence.worth().refuses(!shape.items().isEmpty())
                    && !shape.items().contains(type)) {
                return new Judgement.Refused(
                        "it goes through a " + type + ", for which the builtin may do otherwise");
            }
        }
        return wrongType().<Judgement>map(Judgement.Refused::new).orElseGet(this::offer);
    }

    private Optional<ValueSeen> seen(Expression expression) {
        return evidence.observations().value(loop.code().value(expression).id());
    }

    private long trips() {
        return shape.asked().stream()
                .flatMap(it -> seen(it).stream())
                .mapToLong(ValueSeen::times)
                .max()
                .orElse(0);
    }

    private Optional<String> wrongType() {
        if (shape.types().isEmpty()) {
            return Optional.empty();
        }
        for (Expression asked : shape.asked()) {
            Optional<ValueSeen> values = seen(asked);
            if (values.isEmpty() && !(asked instanceof Constant)) {
                return Optional.of("the run with probes saw no value of " + loop.text(asked));
            }
            if (values.filter(ValueSeen::nan).isPresent()) {
                return Optional.of("there is a NaN among the numbers, which does not equal itself");
            }
            Optional<String> other =
                    values.stream()
                            .flatMap(it -> it.types().keySet().stream())
                            .filter(type -> evidence.worth().refuses(!shape.types().contains(type)))
                            .findFirst();
            if (other.isPresent()) {
                return Optional.of(
                        "%s is a %s: %s".formatted(loop.text(asked), other.get(), shape.why()));
            }
        }
        return Optional.empty();
    }

    private Judgement offer() {
        long trips = trips();
        List<Condition> conditions = new ArrayList<>();
        if (!shape.types().isEmpty()) {
            conditions.add(
                    Condition.seen("Only values of plain types, none of them a NaN", trips, trips));
        }
        conditions.add(Condition.proved("Nobody sees the value while it grows"));
        conditions.add(Condition.proved("The variable of the loop is not used outside of it"));
        return new Judgement.Offer(
                shape.title(),
                "A probe saw %,d values there.".formatted(trips),
                Map.of("values", trips, "complete", evidence.observations().complete()),
                saving(trips),
                conditions,
                Map.of(loop.code().path(), edits()),
                "");
    }

    /// What the loop itself takes is bounded; the rest is what it computes, or what gives its
    /// items.
    private Saving saving(long trips) {
        double most = 1;
        if (evidence.observations().complete() && evidence.seconds() > 0) {
            most = Math.min(1, SECONDS_AN_ITEM * trips / evidence.seconds());
        }
        double high = (1 - 1 / shape.high()) * most;
        double low = (1 - 1 / shape.low()) * most;
        boolean named = loop.loop().iterable() instanceof Name;
        return Saving.between(named ? low : low / 2, high);
    }

    private List<TextEdit> edits() {
        List<TextEdit> edits = new ArrayList<>();
        String code = shape.code();
        if (!shape.imported().isEmpty()) {
            Imports.Import found = new Imports(loop.module()).from("collections", shape.imported());
            code = code.formatted(found.name());
            found.edit().ifPresent(edits::add);
        }
        var source = loop.module().source();
        String line = source.lineEnd() + source.indentation(loop.start().line());
        StringBuilder text = new StringBuilder();
        for (Comment comment : loop.comments()) {
            text.append(comment.text()).append(line);
        }
        text.append(loop.collected().name()).append(" = ").append(code);
        edits.add(
                TextEdit.replace(
                        new Span(loop.start().span().start(), loop.loop().span().end()),
                        text.toString()));
        return edits;
    }
}
