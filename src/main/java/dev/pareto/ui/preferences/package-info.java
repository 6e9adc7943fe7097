/// What the user chooses for the window and for trials.
@NullMarked
package dev.pareto.ui.preferences;

import org.jspecify.annotations.NullMarked;
