package dev.pareto.workbench;

import dev.pareto.program.Argument.Role;
import dev.pareto.program.Variant;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.GrowthProgress;
import dev.pareto.trial.GrowthRequest;
import dev.pareto.trial.GrowthResult;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.LongStream;

/// Measures how variants grow with the size of the input in use.
final class Scaling {
    private static final int SIZES = 5;

    private final Tools tools;
    private final State state;
    private final Sources sources;

    Scaling(Tools tools, State state, Sources sources) {
        this.tools = tools;
        this.state = state;
        this.sources = sources;
    }

    /// Sizes that end with this one, each half of the next.
    static List<Long> upTo(long size) {
        return LongStream.range(0, SIZES)
                .map(i -> size >> (SIZES - 1 - i))
                .filter(n -> n > 0)
                .boxed()
                .toList();
    }

    GrowthResult measure(
            String reference,
            @Nullable String candidate,
            List<Long> sizes,
            WallTime budget,
            StopSignal stop,
            GrowthProgress progress)
            throws ProblemException, InterruptedException {
        Snapshot now = state.snapshot();
        if (now.input().arguments().stream().noneMatch(a -> a.role() == Role.SIZE)) {
            throw Problems.usage(
                    "No argument of the program is marked as its size.",
                    "How it grows is measured by changing the size.",
                    "Mark one as the size {n}.",
                    "");
        }
        List<Long> all = sizes.isEmpty() ? upTo(now.input().size().orElse(0L)) : sizes;
        if (all.stream().filter(size -> size > 0).distinct().count() < 2
                || all.stream().anyMatch(size -> size <= 0)) {
            throw Problems.usage(
                    "How it grows needs at least two sizes above 0.",
                    "Five that double tell most.",
                    "Use a larger size, which is measured with its half, quarter and so on.",
                    "");
        }
        try (var _ = tools.turn()) {
            @Nullable Variant other = candidate == null ? null : sources.prepared(candidate);
            GrowthRequest request =
                    new GrowthRequest(
                            now.program(),
                            sources.prepared(reference),
                            other,
                            now.input(),
                            all,
                            state.limits(),
                            budget);
            GrowthResult result =
                    tools.growth(now.program().interpreter(), state.copy())
                            .measure(request, stop, progress);
            if (result.problem() != null && result.reference().points().isEmpty()) {
                throw Problems.program(
                        result.problem(),
                        "How it grows cannot be measured.",
                        "Run it at the smallest size to see more.",
                        "");
            }
            return result;
        }
    }
}
