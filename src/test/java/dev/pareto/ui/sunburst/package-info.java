/// Tests of the sunburst.
@NullMarked
package dev.pareto.ui.sunburst;

import org.jspecify.annotations.NullMarked;
