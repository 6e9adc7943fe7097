package dev.pareto.exchange;

import dev.pareto.exchange.ImportedStacks.Level;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.CodeFile.Owner;
import dev.pareto.profile.Profile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;

/// How long the call tree of a million samples takes, from their stacks in memory to the finished
/// profile: in a new process, and then again. Not run by the build; see src/test/bench/README.md.
public final class CallTreeBench {
    private static final int SAMPLES = 1_000_000;
    private static final int FUNCTIONS = 3_000;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CallTreeBench() {}

    /// Builds the tree five times.
    ///
    /// @param arguments how many different stacks there are
    public static void main(String[] arguments) {
        int[][] kinds = kinds(Integer.parseInt(arguments[0]));
        Random random = new Random(2);
        int[][] samples = new int[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = kinds[random.nextInt(kinds.length)];
        }
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            Profile profile = build(samples);
            cpu = THREADS.getCurrentThreadCpuTime() - cpu;
            System.out.printf(
                    "%,d samples of %,d stacks: %.2f s, CPU of the thread %.2f s, %,d functions%n",
                    profile.samples(),
                    kinds.length,
                    (System.nanoTime() - begin) / 1e9,
                    cpu / 1e9,
                    profile.functions().size());
        }
    }

    private static Profile build(int[][] samples) {
        var stacks = new ImportedStacks();
        int[] levels = new int[FUNCTIONS];
        for (int i = 0; i < FUNCTIONS; i++) {
            levels[i] = stacks.level(new Level("f" + i, new CodeFile("m.py", Owner.OWN), i + 1));
        }
        for (int[] sample : samples) {
            int place = ImportedStacks.TOP;
            for (int function : sample) {
                place = stacks.below(place, levels[function]);
            }
            stacks.add(place, 0.001, 1);
        }
        return stacks.profile(List.of());
    }

    /// Stacks of 5 to 30 levels, the outermost four always the same.
    private static int[][] kinds(int count) {
        Random random = new Random(1);
        int[][] kinds = new int[count][];
        for (int i = 0; i < count; i++) {
            kinds[i] = new int[5 + random.nextInt(26)];
            for (int level = 0; level < kinds[i].length; level++) {
                kinds[i][level] = level < 4 ? level : random.nextInt(FUNCTIONS);
            }
        }
        return kinds;
    }
}
