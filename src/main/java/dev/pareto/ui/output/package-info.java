/// What a run printed, how it ended and what it used.
@NullMarked
package dev.pareto.ui.output;

import org.jspecify.annotations.NullMarked;
