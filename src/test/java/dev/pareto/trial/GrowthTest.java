package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.Objects.requireNonNull;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Stdin;
import dev.pareto.program.Variant;
import dev.pareto.python.Limits;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialResult.Measure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Growth of real programs.
class GrowthTest {
    private static final String SQUARE =
            """
            import sys
            n = int(sys.argv[1])
            found = [i for i in range(n) if i in list(range(n))]
            print(len(found))
            """;
    private static final String LINE = "import sys\nn = int(sys.argv[1])\nprint(len(range(n)))\n";

    @TempDir Path folder;

    private static GrowthRequest request(RealTrials trials, String candidate, List<Long> sizes)
            throws Exception {
        return new GrowthRequest(
                trials.program(SQUARE),
                Variant.baseline(),
                candidate.isEmpty() ? null : RealTrials.variant(candidate),
                new Input("n", List.of(new Argument("{n}", Argument.Role.SIZE)), Stdin.EMPTY),
                sizes,
                Limits.own(),
                new WallTime(4));
    }

    @Test
    void findsThatAProgramIsQuadratic() throws Exception {
        try (var trials = new RealTrials(folder)) {
            var sizes = new ArrayList<Long>();
            var result =
                    trials.growth()
                            .measure(
                                    request(trials, "", List.of(2800L, 700L, 1400L)),
                                    new StopSignal(),
                                    (size, soFar) -> sizes.add(size));
            double exponent = requireNonNull(result.reference().exponent()).value();
            assertTrue(exponent > 1.5 && exponent < 2.6, result::toString);
            assertEquals(List.of(700L, 1400L, 2800L), sizes.subList(0, 3));
            assertEquals(sizes.size(), result.reference().points().size());
            assertEquals(Measure.CPU, result.measure());
            assertNull(result.candidate());
            assertNull(result.problem());
            assertTrue(result.complete());
        }
    }

    @Test
    void measuresTwoVariantsTogetherAndComparesTheirOutputs() throws Exception {
        try (var trials = new RealTrials(folder)) {
            var same =
                    trials.growth()
                            .measure(
                                    request(trials, LINE, List.of(500L, 1000L)),
                                    new StopSignal(),
                                    GrowthProgress.NONE);
            assertNull(same.problem());
            assertEquals(
                    same.reference().points().size(),
                    requireNonNull(same.candidate()).points().size());
            var changed =
                    trials.growth()
                            .measure(
                                    request(
                                            trials,
                                            LINE.replace("len(range(n))", "min(n, 800)"),
                                            List.of(500L, 1000L)),
                                    new StopSignal(),
                                    GrowthProgress.NONE);
            assertEquals(
                    "The output changed, with 1000: stdout, line 1: 1000 became 800",
                    changed.problem());
        }
    }
}
