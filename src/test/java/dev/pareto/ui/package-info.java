/// Tests of the window, without a display.
@NullMarked
package dev.pareto.ui;

import org.jspecify.annotations.NullMarked;
