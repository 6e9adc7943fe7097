package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

/// Gives the changes of a process's resident memory to the places where it was. The sampling
/// thread's.
///
/// A change between two looks at different places belongs to one of them or to both. It is divided
/// by how fast each changed the memory while the process was there at both ends of the neighbouring
/// stretch; a place for which that is not known gets all that one which is known to do nothing does
/// not.
final class ResidentChanges {
    /// A look at a process.
    ///
    /// @param change since the look before
    private record Look(Node place, double change) {}

    private @Nullable Look first;
    private @Nullable Look second;
    private @Nullable Look third;

    /// @param change resident bytes, since the last call
    void add(Node place, double change) {
        Look next = new Look(place, change);
        if (third != null) {
            divide(third, next);
        }
        first = second;
        second = third;
        third = next;
    }

    /// Nothing more comes.
    void end() {
        if (third != null) {
            divide(third, new Look(third.place, 0));
        }
        first = null;
        second = null;
        third = null;
    }

    /// Divides the change of `after`, between the place of `second` and its own.
    private void divide(Look after, Look later) {
        if (after.change == 0) {
            return;
        }
        Look before = second;
        if (before == null || before.place == after.place) {
            after.place.resident(after.change);
            return;
        }
        double sign = Math.signum(after.change);
        double left =
                first != null && first.place == before.place
                        ? Math.max(0, sign * before.change)
                        : -1;
        double right = later.place == after.place ? Math.max(0, sign * later.change) : -1;
        double part = left == right ? 0.5 : left < 0 ? (right == 0 ? 1 : 0.5) : part(left, right);
        before.place.resident(part * after.change);
        after.place.resident((1 - part) * after.change);
    }

    /// The part of the earlier place, whose speed is known.
    private static double part(double left, double right) {
        if (right < 0) {
            return left == 0 ? 0 : 0.5;
        }
        return left / (left + right);
    }
}
