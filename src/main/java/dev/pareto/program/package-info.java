/// What is run: program, input, variant, and what a run printed. Knows no process, no file format.
@NullMarked
package dev.pareto.program;

import org.jspecify.annotations.NullMarked;
