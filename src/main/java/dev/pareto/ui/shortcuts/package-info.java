/// The sheet of all keys.
@NullMarked
package dev.pareto.ui.shortcuts;

import org.jspecify.annotations.NullMarked;
