/// Tests of the table of functions.
@NullMarked
package dev.pareto.ui.functions;

import org.jspecify.annotations.NullMarked;
