/// Statements timed side by side.
@NullMarked
package dev.pareto.ui.snippets;

import org.jspecify.annotations.NullMarked;
