/// Resident memory over the run, and the lines by which it grew.
@NullMarked
package dev.pareto.ui.memory;

import org.jspecify.annotations.NullMarked;
