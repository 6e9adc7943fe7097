/// The hottest lines, as a table and as a Pareto chart.
@NullMarked
package dev.pareto.ui.lines;

import org.jspecify.annotations.NullMarked;
