/// The sampler that reads a Python process from outside: its memory for the stacks, `/proc` for
/// what its threads do. Linux only.
@NullMarked
package dev.pareto.profiler.outside;

import org.jspecify.annotations.NullMarked;
