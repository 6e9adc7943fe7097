/// Rules that let compiled code do the work: NumPy.
@NullMarked
package dev.pareto.advice.compile;

import org.jspecify.annotations.NullMarked;
