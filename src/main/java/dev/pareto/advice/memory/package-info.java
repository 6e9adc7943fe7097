/// Rules that let a program need less memory.
@NullMarked
package dev.pareto.advice.memory;

import org.jspecify.annotations.NullMarked;
