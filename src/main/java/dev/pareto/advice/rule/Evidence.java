package dev.pareto.advice.rule;

import dev.pareto.profile.Observations;
import dev.pareto.quantity.WallTime;

/// What is known about a finding's places once the program was run with probes.
///
/// @param spent the time of the places in the profiled run
public record Evidence(Observations observations, WallTime spent, Worth worth) {}
