/// Tests of trials: the statistics on simulated times, the procedure on real programs.
@NullMarked
package dev.pareto.trial;

import org.jspecify.annotations.NullMarked;
