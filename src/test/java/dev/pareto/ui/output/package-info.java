/// Tests of the output panel.
@NullMarked
package dev.pareto.ui.output;

import org.jspecify.annotations.NullMarked;
