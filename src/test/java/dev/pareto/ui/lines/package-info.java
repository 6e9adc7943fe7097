/// Tests of the table of lines.
@NullMarked
package dev.pareto.ui.lines;

import org.jspecify.annotations.NullMarked;
