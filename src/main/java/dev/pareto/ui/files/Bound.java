package dev.pareto.ui.files;

import dev.pareto.profile.Profile;
import dev.pareto.quantity.Share;

/// Whether a program computes or waits.
///
/// @param cpu processor time, of the wall time; more than 1 where several processors were busy
/// @param waiting the same for time blocked
public record Bound(Share cpu, Share waiting) {
    static Bound of(Profile profile) {
        double wall = profile.wall().seconds();
        return new Bound(
                Share.of(profile.cpu().seconds(), wall),
                Share.of(profile.waiting().seconds(), wall));
    }

    /// Whether waiting is what it does most.
    public boolean isWaiting() {
        return waiting.compareTo(cpu) > 0;
    }
}
