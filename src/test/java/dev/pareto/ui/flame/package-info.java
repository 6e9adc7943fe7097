/// Tests of the flame graph.
@NullMarked
package dev.pareto.ui.flame;

import org.jspecify.annotations.NullMarked;
