/// Is one variant faster than another? Scheduling of pairs, looks, verdicts.
@NullMarked
package dev.pareto.trial;

import org.jspecify.annotations.NullMarked;
