/// Plumbing of the window: texts, FXML. The only room that may use threads and `Platform`.
@NullMarked
package dev.pareto.ui.fx;

import org.jspecify.annotations.NullMarked;
