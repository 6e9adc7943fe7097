/// Tests of the screen of a trial under way.
@NullMarked
package dev.pareto.ui.measuring;

import org.jspecify.annotations.NullMarked;
