/// Tests of the preferences.
@NullMarked
package dev.pareto.ui.preferences;

import org.jspecify.annotations.NullMarked;
