/// Tests of the view of waiting.
@NullMarked
package dev.pareto.ui.waiting;

import org.jspecify.annotations.NullMarked;
