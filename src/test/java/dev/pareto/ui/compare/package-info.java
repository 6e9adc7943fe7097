/// Tests of the comparison of two variants.
@NullMarked
package dev.pareto.ui.compare;

import org.jspecify.annotations.NullMarked;
