package dev.pareto.advice.rule;

import dev.pareto.profile.Observations;

/// What is known about a finding's places once the program was run with probes.
///
/// @param waiting the part of this time in which they were blocked: sleep, socket, lock, disk
/// @param seconds that the places took in the profiled run: processor time, or clock time where the
///   program mostly waits
public record Evidence(Observations observations, double seconds, double waiting, Worth worth) {}
