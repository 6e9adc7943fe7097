/// Two profiles set against each other, function by function.
@NullMarked
package dev.pareto.ui.difference;

import org.jspecify.annotations.NullMarked;
