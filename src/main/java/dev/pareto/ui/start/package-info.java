/// The start page, and the list of lessons.
@NullMarked
package dev.pareto.ui.start;

import org.jspecify.annotations.NullMarked;
