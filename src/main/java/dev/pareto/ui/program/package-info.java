/// The program bar: what is started with what, and the buttons that start it.
@NullMarked
package dev.pareto.ui.program;

import org.jspecify.annotations.NullMarked;
