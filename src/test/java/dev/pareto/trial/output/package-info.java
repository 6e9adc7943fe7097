/// Tests of what counts as the same output.
@NullMarked
package dev.pareto.trial.output;

import org.jspecify.annotations.NullMarked;
