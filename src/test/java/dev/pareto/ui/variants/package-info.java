/// Tests of the variants table.
@NullMarked
package dev.pareto.ui.variants;

import org.jspecify.annotations.NullMarked;
