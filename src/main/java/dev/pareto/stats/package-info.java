/// Samples → estimates: exact, without assumptions about the shape of noise.
@NullMarked
package dev.pareto.stats;

import org.jspecify.annotations.NullMarked;
