/// Tests of the problem banner.
@NullMarked
package dev.pareto.ui.problem;

import org.jspecify.annotations.NullMarked;
