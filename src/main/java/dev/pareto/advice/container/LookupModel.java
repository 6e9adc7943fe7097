package dev.pareto.advice.container;

import dev.pareto.advice.rule.Saving;
import dev.pareto.quantity.WallTime;
import dev.pareto.source.SourceText;
import dev.pareto.source.tree.Expression.Await;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Node;

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
        if (isPlain()) {
            // Then all that the line does not need for the rest is the scan.
            low = Math.max(low, part(line.low() - REST.high(), line.low()));
            high = Math.max(high, part(line.high() - REST.low(), line.high()));
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

    /// Whether the lines call nothing, so that they do little beside the lookup.
    private boolean isPlain() {
        SourceText source = plan.code().source();
        return seen.reached().stream()
                .map(lookup -> source.lineOf(lookup.comparison().span().start()))
                .distinct()
                .allMatch(
                        line ->
                                plan.code()
                                        .module()
                                        .nodes()
                                        .filter(node -> node.line() == line)
                                        .noneMatch(LookupModel::isCall));
    }

    private static boolean isCall(Node node) {
        return node instanceof Call || node instanceof Await;
    }
}
