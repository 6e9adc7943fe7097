package dev.pareto.ui.files;

import dev.pareto.profile.Profile;
import dev.pareto.quantity.Share;

/// Whether a program computes or waits.
///
/// @param cpu processor time, of the wall time but that in the queue for a processor; more than 1
///   where several processors were busy
/// @param waiting the same for time blocked
/// @param isWaiting whether waiting is what holds it up: not where one thread waits for another
///   that computes
public record Bound(Share cpu, Share waiting, boolean isWaiting) {
    static Bound of(Profile profile) {
        double cpu = profile.cpu().seconds();
        double waiting = profile.waiting().seconds();
        double wall = profile.wall().seconds();
        // What it stood in the queue for a processor is the machine's doing, not its own.
        double own = wall - profile.tree().total().runQueue().seconds();
        double whole = Math.clamp(own, Math.min(wall, cpu + waiting), wall);
        boolean isWaiting =
                dev.pareto.profile.Bound.of(profile)
                        .map(bound -> bound.kind() == dev.pareto.profile.Bound.Kind.IO)
                        .orElse(waiting > cpu);
        return new Bound(Share.of(cpu, whole), Share.of(waiting, whole), isWaiting);
    }
}
