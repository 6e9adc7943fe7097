package dev.pareto.exchange;

import dev.pareto.profile.Cost;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// What was spent at the places of a [StackTree], or by what is found there: seconds and samples of
/// their own, and with all below. One thread.
final class StackCosts {
    private double[] self = new double[0];
    private long[] selfSamples = new long[0];
    private double[] total = new double[0];
    private long[] totalSamples = new long[0];

    /// Makes room for so many.
    StackCosts room(int size) {
        if (self.length < size) {
            int length = Math.max(size, 2 * self.length);
            self = Arrays.copyOf(self, length);
            selfSamples = Arrays.copyOf(selfSamples, length);
            total = Arrays.copyOf(total, length);
            totalSamples = Arrays.copyOf(totalSamples, length);
        }
        return this;
    }

    /// Adds to what a place has of its own.
    void add(int place, double seconds, long samples) {
        self[place] += seconds;
        selfSamples[place] += samples;
    }

    /// Adds what a place of others has of its own.
    void addSelf(int place, StackCosts from, int other) {
        add(place, from.self[other], from.selfSamples[other]);
    }

    /// Finds what the places have in all, when each has its own.
    void sumUp(StackTree tree) {
        room(tree.size());
        System.arraycopy(self, 0, total, 0, tree.size());
        System.arraycopy(selfSamples, 0, totalSamples, 0, tree.size());
        for (int place = tree.size() - 1; place > 0; place--) {
            total[tree.parent(place)] += total[place];
            totalSamples[tree.parent(place)] += totalSamples[place];
        }
    }

    /// The sums of what places have in all, by something that they have in common. A place below
    /// another of its kind is part of that: recursion counts once.
    ///
    /// @param kind of a place, below 0 for one that has none; @param kinds how many there are
    void totalsByKind(StackTree tree, Children below, IntUnaryOperator kind, StackCosts into) {
        int[] open = new int[into.self.length];
        int place = StackTree.ROOT;
        boolean down = true;
        while (true) {
            int is = place == StackTree.ROOT ? -1 : kind.applyAsInt(place);
            if (down) {
                if (is >= 0 && open[is]++ == 0) {
                    into.total[is] += total[place];
                    into.totalSamples[is] += totalSamples[place];
                }
                if (below.first(place) != 0) {
                    place = below.first(place);
                    continue;
                }
            }
            if (is >= 0) {
                open[is]--;
            }
            if (place == StackTree.ROOT) {
                return;
            }
            down = below.next(place) != 0;
            place = down ? below.next(place) : tree.parent(place);
        }
    }

    boolean isSeen(int place) {
        return totalSamples[place] > 0;
    }

    Cost self(int place) {
        return cost(self[place], selfSamples[place]);
    }

    Cost total(int place) {
        return cost(total[place], totalSamples[place]);
    }

    private static Cost cost(double seconds, long samples) {
        return seconds == 0 && samples == 0
                ? Cost.ZERO
                : new Cost(
                        new WallTime(seconds), CpuTime.ZERO, WallTime.ZERO, WallTime.ZERO, samples);
    }

    /// The places below each place of a finished tree, in the order in which they came.
    static final class Children {
        private final int[] first;
        private final int[] next;

        Children(StackTree tree) {
            first = new int[tree.size()];
            next = new int[tree.size()];
            for (int place = tree.size() - 1; place > 0; place--) {
                next[place] = first[tree.parent(place)];
                first[tree.parent(place)] = place;
            }
        }

        /// 0 where there is none.
        int first(int place) {
            return first[place];
        }

        /// 0 after the last.
        int next(int place) {
            return next[place];
        }
    }
}
