/// Tests of the whole: its entry point and its architecture.
@NullMarked
package dev.pareto.lesson;

import org.jspecify.annotations.NullMarked;
