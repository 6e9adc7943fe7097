@NullMarked
package dev.pareto.ui.start;

import org.jspecify.annotations.NullMarked;
