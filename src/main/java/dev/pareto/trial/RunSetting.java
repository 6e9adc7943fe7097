package dev.pareto.trial;

import java.util.Map;
import java.util.random.RandomGenerator;

/// What both members of a pair share and no two pairs do: the seed of hashes, and how many bytes
/// the environment is longer by, which shifts everything on the stack.
record RunSetting(long hashSeed, int padding) {
    private static final int MOST_PADDING = 4096;

    static RunSetting draw(RandomGenerator random) {
        return new RunSetting(random.nextLong(1, 1L << 32), random.nextInt(MOST_PADDING));
    }

    Map<String, String> environment() {
        return Map.of(
                "PYTHONHASHSEED", Long.toString(hashSeed), "PARETO_PADDING", "x".repeat(padding));
    }
}
