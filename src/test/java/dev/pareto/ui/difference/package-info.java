/// Tests of the view of the difference.
@NullMarked
package dev.pareto.ui.difference;

import org.jspecify.annotations.NullMarked;
