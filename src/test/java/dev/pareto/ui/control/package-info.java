/// Tests of the widgets.
@NullMarked
package dev.pareto.ui.control;

import org.jspecify.annotations.NullMarked;
