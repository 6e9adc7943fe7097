package dev.pareto.trial;

import dev.pareto.python.Usage;

/// Which time of a run is compared, exactly.
enum Timing {
    /// User and system time: for runs at the same instant on one core.
    CPU(TrialResult.Measure.CPU),
    /// Wall time less what the main thread waited for a core: only for single threads without
    /// children, since the kernel counts that wait for the main thread alone.
    WALL_LESS_QUEUE(TrialResult.Measure.WALL),
    WALL(TrialResult.Measure.WALL);

    private final TrialResult.Measure measure;

    Timing(TrialResult.Measure measure) {
        this.measure = measure;
    }

    TrialResult.Measure measure() {
        return measure;
    }

    double seconds(Usage usage) {
        return switch (this) {
            case CPU -> usage.cpu().seconds();
            case WALL -> usage.wall().seconds();
            case WALL_LESS_QUEUE -> usage.wall().minus(usage.runQueue()).seconds();
        };
    }

    /// The timing that pairs of an earlier part of the trial were measured with.
    static Timing of(TrialResult soFar) {
        if (soFar.measure() == TrialResult.Measure.CPU) {
            return CPU;
        }
        boolean plain =
                soFar.pairs().stream()
                        .allMatch(p -> p.baselineSeconds() == p.baseline().wall().seconds());
        return plain ? WALL : WALL_LESS_QUEUE;
    }
}
