package dev.pareto.advice.rule;

import dev.pareto.profile.Observations;

/// What is known about a finding's places once the program was run with probes.
///
/// @param share of the run's time that they hold, or of its peak memory
/// @param gained bytes of resident memory that they gained
/// @param waiting the part of this time in which they were blocked: sleep, socket, lock, disk
/// @param seconds that the places took in the profiled run: processor time, or clock time where the
///   program mostly waits
public record Evidence(
        Observations observations,
        double seconds,
        double share,
        long gained,
        double waiting,
        Worth worth,
        Packages packages) {}
