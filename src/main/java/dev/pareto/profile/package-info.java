/// What one instrumented or sampled run showed: stacks, functions, lines, memory, and observations
/// of values.
@NullMarked
package dev.pareto.profile;

import org.jspecify.annotations.NullMarked;
