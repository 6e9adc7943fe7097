/// Tests of which profile the views show.
@NullMarked
package dev.pareto.ui.profiles;

import org.jspecify.annotations.NullMarked;
