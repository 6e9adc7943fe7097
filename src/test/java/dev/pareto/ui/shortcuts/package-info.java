/// Tests of the shortcuts.
@NullMarked
package dev.pareto.ui.shortcuts;

import org.jspecify.annotations.NullMarked;
