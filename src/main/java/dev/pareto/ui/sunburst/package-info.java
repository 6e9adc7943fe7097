/// Calls as rings around a function, as snakeviz shows them.
@NullMarked
package dev.pareto.ui.sunburst;

import org.jspecify.annotations.NullMarked;
