package dev.pareto.profile;

import dev.pareto.quantity.WallTime;

/// What one thread of the program did, in its own time: threads that run at the same time have more
/// of it together than the run took.
///
/// @param process 1 for the program itself, then its Python children in the order they were seen
/// @param thread 1 for the main thread, then the others of that process in the same way
/// @param gil of the waiting, the time until another thread let go of the interpreter
public record ThreadCost(int process, int thread, Cost cost, WallTime gil) {}
