/// Tests of the whole: its entry point and its architecture.
@NullMarked
package dev.pareto.history;

import org.jspecify.annotations.NullMarked;
