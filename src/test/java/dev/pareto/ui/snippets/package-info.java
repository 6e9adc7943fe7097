/// Tests of the page of snippets.
@NullMarked
package dev.pareto.ui.snippets;

import org.jspecify.annotations.NullMarked;
