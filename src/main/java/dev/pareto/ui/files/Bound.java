package dev.pareto.ui.files;

import dev.pareto.profile.Profile;
import dev.pareto.quantity.Share;

/// Whether a program computes or waits.
///
/// @param cpu processor time, of the wall time but that in the queue for a processor; more than 1
///   where several processors were busy
/// @param waiting the same for time blocked
public record Bound(Share cpu, Share waiting) {
    static Bound of(Profile profile) {
        double cpu = profile.cpu().seconds();
        double waiting = profile.waiting().seconds();
        double wall = profile.wall().seconds();
        // What it stood in the queue for a processor is the machine's doing, not its own.
        double own = wall - profile.tree().total().runQueue().seconds();
        double whole = Math.clamp(own, Math.min(wall, cpu + waiting), wall);
        return new Bound(Share.of(cpu, whole), Share.of(waiting, whole));
    }

    /// Whether waiting is what it does most.
    public boolean isWaiting() {
        return waiting.compareTo(cpu) > 0;
    }
}
