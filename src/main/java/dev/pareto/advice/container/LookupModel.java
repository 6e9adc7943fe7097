package dev.pareto.advice.container;

import dev.pareto.advice.rule.Saving;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How much of its time a line saves when it asks a set: it need not look at the items that were
/// looked at, but the set must be made, and grow.
///
/// Costs are counted in comparisons of one item of a list, which takes 5 to 25 ns; they are ranges
/// over CPython 3.10 to 3.14 and the plain types, found by timing. So the speed of the machine
/// cancels out.
final class LookupModel {
    private record Cost(double low, double high) {
        Cost times(double factor) {
            return new Cost(low * factor, high * factor);
        }

        Cost plus(Cost other) {
            return new Cost(low + other.low, high + other.high);
        }
    }

    /// Asking a set, the hash included.
    private static final Cost LOOKUP = new Cost(0.7, 4);

    /// Entering one item while a set is made of a list.
    private static final Cost BUILD = new Cost(0.7, 5);

    /// One call of `add`.
    private static final Cost ADD = new Cost(2, 9);

    /// What a line without calls does beside the lookup.
    private static final Cost REST = new Cost(0.5, 6);

    /// One quick call beside it.
    private static final Cost CALL = new Cost(2, 15);

    /// Calls of which nobody knows how long they take.
    private static final Cost CALLS = new Cost(0, 1000);

    /// A comparison, in seconds.
    private static final Cost SECONDS = new Cost(5e-9, 25e-9);

    /// A line that takes more for what is known of it does something else, too.
    private static final double MOST_SECONDS = 40e-9;

    private static final Set<String> QUICK =
            Set.of(
                    ("abs add append bool chr get hash id int isinstance len lower ord range repr"
                                    + " startswith str strip upper")
                            .split(" "));

    private final SetPlan plan;
    private final LookupsSeen seen;
    private final double spent;

    LookupModel(SetPlan plan, LookupsSeen seen, double spent) {
        this.plan = plan;
        this.seen = seen;
        this.spent = spent;
    }

    /// Of the time of all lines that look up.
    Saving saving() {
        double lookups = Math.max(1, seen.lookups());
        double scan = seen.meanScanned();
        Cost line = line(scan, spent / lookups);
        Cost after =
                LOOKUP.plus(BUILD.times(seen.meanLength() * seen.builds() / lookups))
                        .plus(ADD.times(seen.changes() / lookups));
        return Saving.between(
                part(scan - after.high, scan > after.high ? line.high : line.low),
                part(scan - after.low, line.low));
    }

    private static double part(double some, double all) {
        return Math.min(1, some / Math.max(all, 1));
    }

    /// What the lines take for one lookup with all that goes with it.
    ///
    /// @param seconds the same as it was measured; too much where the run ended early
    private Cost line(double scan, double seconds) {
        Optional<Cost> rest = rest();
        Cost line = rest.orElse(CALLS).plus(new Cost(scan, scan));
        if (!seen.complete() || seconds <= 0) {
            return line;
        }
        return rest.isPresent()
                ? new Cost(line.low, Math.max(line.high, seconds / MOST_SECONDS))
                : new Cost(
                        Math.max(line.low, seconds / SECONDS.high),
                        Math.max(scan, seconds / SECONDS.low));
    }

    /// What the lines do beside each lookup; empty where they call what may take long.
    private Optional<Cost> rest() {
        Set<Call> calls = new HashSet<>();
        seen.reached().forEach(lookup -> calls.addAll(repeatedCalls(lookup.comparison())));
        return calls.stream().allMatch(this::isQuick)
                ? Optional.of(REST.plus(CALL.times((double) calls.size() / seen.reached().size())))
                : Optional.empty();
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
