/// Improving: all suggestions tried one after the other, and the ladder of what came of it.
@NullMarked
package dev.pareto.ui.improve;

import org.jspecify.annotations.NullMarked;
