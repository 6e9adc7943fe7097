package dev.pareto.advice.container;

import dev.pareto.advice.rule.Saving;
import dev.pareto.quantity.WallTime;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How much of its time a line saves when it asks a set: it need not look at the items that were
/// looked at, but the set must be made, and grow.
///
/// Costs are ranges for CPython 3.10 to 3.14 on machines of today, in seconds.
final class LookupModel {
    private record Cost(double low, double high) {
        Cost times(double factor) {
            return new Cost(low * factor, high * factor);
        }

        Cost plus(Cost other) {
            return new Cost(low + other.low, high + other.high);
        }
    }

    /// Comparing one item of a list with what is looked for.
    private static final Cost ITEM = new Cost(5e-9, 25e-9);

    /// What a line without calls does beside the lookup.
    private static final Cost REST = new Cost(10e-9, 100e-9);

    /// One quick call beside it.
    private static final Cost CALL = new Cost(30e-9, 250e-9);

    private static final Set<String> QUICK =
            Set.of(
                    ("abs add append bool chr get hash id int isinstance len lower ord range repr"
                                    + " startswith str strip upper")
                            .split(" "));

    /// Asking a set, the hash included.
    private static final Cost LOOKUP = new Cost(20e-9, 100e-9);

    /// Entering one item while a set is made of a list.
    private static final Cost BUILD = new Cost(10e-9, 60e-9);

    /// One call of `add`.
    private static final Cost ADD = new Cost(25e-9, 120e-9);

    private final SetPlan plan;
    private final LookupsSeen seen;
    private final WallTime spent;

    LookupModel(SetPlan plan, LookupsSeen seen, WallTime spent) {
        this.plan = plan;
        this.seen = seen;
        this.spent = spent;
    }

    /// Of the time of all lines that look up.
    Saving saving() {
        double lookups = Math.max(1, seen.lookups());
        Cost scan = ITEM.times(seen.meanScanned());
        Cost line =
                seen.complete() && spent.seconds() > 0
                        ? new Cost(spent.seconds() / lookups, spent.seconds() / lookups)
                        : scan.plus(REST);
        double low = part(scan.low(), line.low());
        double high = part(scan.high(), line.high());
        Optional<Cost> rest = rest();
        if (rest.isPresent()) {
            // All that the lines do not need for it is the scan.
            low = Math.max(low, part(line.low() - rest.get().high(), line.low()));
            high = Math.max(high, part(line.high() - rest.get().low(), line.high()));
        }
        Cost after =
                LOOKUP.plus(BUILD.times(seen.meanLength() * seen.builds() / lookups))
                        .plus(ADD.times(seen.changes() / lookups));
        return Saving.between(
                low - after.high() / line.low(), Math.max(low, high) - after.low() / line.high());
    }

    private static double part(double some, double all) {
        return Math.max(0, Math.min(1, some / all));
    }

    /// What the lines do beside the lookup each time; empty where they call what may take long.
    private Optional<Cost> rest() {
        Cost all = REST;
        for (SetPlan.Lookup lookup : seen.reached()) {
            for (Call call : repeatedCalls(lookup.comparison())) {
                if (!isQuick(call)) {
                    return Optional.empty();
                }
                all = all.plus(CALL);
            }
        }
        return Optional.of(all);
    }

    /// Calls in the lines of a lookup that are made as often as it.
    private List<Call> repeatedCalls(Node comparison) {
        ParsedModule module = plan.code().module();
        Optional<Integer> loop = innermostLoop(comparison);
        int last = module.source().lineOf(comparison.span().end());
        return module.nodes()
                .filter(node -> comparison.line() <= node.line() && node.line() <= last)
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .filter(
                        call ->
                                loop.isEmpty()
                                        || module.enclosingLoops(call).stream()
                                                .anyMatch(it -> it.id() == loop.get()))
                .toList();
    }

    /// Functions of the program take their time in lines of their own.
    private boolean isQuick(Call call) {
        return switch (call.function()) {
            case Name it -> QUICK.contains(it.name()) || plan.code().own().defines(it.name());
            case Attribute it ->
                    QUICK.contains(it.attribute()) || plan.code().own().defines(it.attribute());
            default -> false;
        };
    }

    private Optional<Integer> innermostLoop(Node node) {
        return plan.code().module().enclosingLoops(node).stream().findFirst().map(Node::id);
    }
}
