/// The table of functions, as pstats has it, with callers and callees.
@NullMarked
package dev.pareto.ui.functions;

import org.jspecify.annotations.NullMarked;
