/// All actions of the window, found by their names.
@NullMarked
package dev.pareto.ui.palette;

import org.jspecify.annotations.NullMarked;
