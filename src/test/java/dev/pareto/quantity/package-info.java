/// Tests of the whole: its entry point and its architecture.
@NullMarked
package dev.pareto.quantity;

import org.jspecify.annotations.NullMarked;
