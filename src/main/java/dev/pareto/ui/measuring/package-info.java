/// What is shown while a trial runs, and after it was stopped.
@NullMarked
package dev.pareto.ui.measuring;

import org.jspecify.annotations.NullMarked;
