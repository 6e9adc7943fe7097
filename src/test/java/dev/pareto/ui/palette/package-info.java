/// Tests of the palette.
@NullMarked
package dev.pareto.ui.palette;

import org.jspecify.annotations.NullMarked;
