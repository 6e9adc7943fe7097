/// The table of variants: time, verdict, ratio with its interval, memory, output.
@NullMarked
package dev.pareto.ui.variants;

import org.jspecify.annotations.NullMarked;
