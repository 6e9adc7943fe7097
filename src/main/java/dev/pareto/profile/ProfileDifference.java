package dev.pareto.profile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two profiles set against each other, function by function. Functions are the same when their
/// name and file are: an edit moves lines. Two of one name in a file count together.
///
/// @param functions those with the largest change of their own time first
public record ProfileDifference(List<Change> functions) {
    /// From so many standard deviations on, a difference of sampled times is more than chance: 99.7
    /// % of the differences of equal programs are smaller.
    private static final double DEVIATIONS = 3;

    public ProfileDifference {
        functions = List.copyOf(functions);
    }

    /// How a time has changed.
    public enum Kind {
        LESS,
        MORE,
        /// Not by more than sampling alone can do.
        SAME,
        NEW,
        GONE
    }

    /// One function in both.
    ///
    /// @param line where it starts after, or before where it is gone
    /// @param before [Cost#ZERO] where it is new; @param after the same where it is gone
    public record Change(
            String name, CodeFile file, int line, Times before, Times after, Kind kind) {
        /// Seconds that its own time has changed by; negative when it takes less.
        public double self() {
            return after.self().wall().seconds() - before.self().wall().seconds();
        }

        /// The same with its callees.
        public double total() {
            return after.total().wall().seconds() - before.total().wall().seconds();
        }
    }

    /// What a function took in one of the two.
    ///
    /// @param present whether it was seen at all
    public record Times(Cost self, Cost total, boolean present) {
        static final Times NONE = new Times(Cost.ZERO, Cost.ZERO, false);

        Times plus(FunctionCost cost) {
            return new Times(self.plus(cost.self()), total.plus(cost.total()), true);
        }
    }

    private record Key(String name, String path) {}

    private static final class Both {
        Times before = Times.NONE;
        Times after = Times.NONE;
        FunctionCost known;

        Both(FunctionCost first) {
            known = first;
        }
    }

    /// Sets two profiles against each other.
    public static ProfileDifference of(Profile before, Profile after) {
        Map<Key, Both> found = new LinkedHashMap<>();
        for (FunctionCost f : before.functions()) {
            Both both = found.computeIfAbsent(key(f), _ -> new Both(f));
            both.before = both.before.plus(f);
        }
        for (FunctionCost f : after.functions()) {
            Both both = found.computeIfAbsent(key(f), _ -> new Both(f));
            both.after = both.after.plus(f);
            both.known = f;
        }
        return new ProfileDifference(
                found.values().stream()
                        .map(ProfileDifference::change)
                        .sorted(
                                Comparator.comparingDouble(
                                        (Change change) -> -Math.abs(change.self())))
                        .toList());
    }

    private static Key key(FunctionCost f) {
        return new Key(f.name(), f.file().path());
    }

    private static Change change(Both both) {
        return new Change(
                both.known.name(),
                both.known.file(),
                both.known.line(),
                both.before,
                both.after,
                both.before.present() && both.after.present()
                        ? kind(both.before.self(), both.after.self())
                        : both.after.present() ? Kind.NEW : Kind.GONE);
    }

    /// How a cost has changed. The number of samples at a place varies by its square root from run
    /// to run; a cost without samples was counted, so every difference is one.
    public static Kind kind(Cost before, Cost after) {
        double change = after.wall().seconds() - before.wall().seconds();
        double deviation = Math.hypot(deviation(before), deviation(after));
        if (Math.abs(change) <= DEVIATIONS * deviation) {
            return Kind.SAME;
        }
        return change < 0 ? Kind.LESS : change > 0 ? Kind.MORE : Kind.SAME;
    }

    /// Seconds.
    private static double deviation(Cost cost) {
        return cost.samples() == 0 ? 0 : cost.wall().seconds() / Math.sqrt((double) cost.samples());
    }

    /// Whether the two were made in ways whose times can be set against each other: by the same
    /// engine, or both by sampling from outside or inside.
    public static boolean isFair(Profile before, Profile after) {
        return before.engine() == after.engine()
                || !(before.engine().traced() || after.engine().traced());
    }
}
