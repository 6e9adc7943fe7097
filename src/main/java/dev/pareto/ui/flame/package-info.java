/// The call tree as an icicle, a flame graph, or a table that says the same.
@NullMarked
package dev.pareto.ui.flame;

import org.jspecify.annotations.NullMarked;
