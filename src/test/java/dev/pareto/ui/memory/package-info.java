/// Tests of the memory view.
@NullMarked
package dev.pareto.ui.memory;

import org.jspecify.annotations.NullMarked;
