package dev.pareto.profile;

import dev.pareto.quantity.WallTime;

/// How long an `await` waited, by the clock of the run with probes. Probes cost processor time, so
/// this is good for what waits for others, and for nothing else.
///
/// @param times how often it came to its end
/// @param sum of the single waits
/// @param elapsed the time in which at least one of them waited; less than the sum where several
///   tasks waited there at once
public record AwaitedSeen(long times, WallTime sum, WallTime elapsed) implements Observation {}
