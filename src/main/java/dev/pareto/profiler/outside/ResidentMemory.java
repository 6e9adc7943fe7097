package dev.pareto.profiler.outside;

import java.util.ArrayList;
import java.util.List;

/// Resident memory over a run of any length, in a bounded number of points. The sampling thread's.
final class ResidentMemory {
    private static final int MOST = 2_000;
    private static final long STEP = 2_000_000;

    private final List<Recording.Resident> points = new ArrayList<>();
    private long step = STEP;
    private long next = Long.MIN_VALUE;

    void add(long now, long bytes) {
        if (now < next) {
            return;
        }
        next = now + step;
        points.add(new Recording.Resident(now, bytes));
        if (points.size() == MOST) {
            // Half as many, and from now on half as often.
            for (int i = MOST - 1; i > 0; i -= 2) {
                points.remove(i);
            }
            step *= 2;
        }
    }

    List<Recording.Resident> points() {
        return List.copyOf(points);
    }
}
