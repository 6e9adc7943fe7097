/// What went wrong, over whatever is shown: a banner, never a dialog.
@NullMarked
package dev.pareto.ui.problem;

import org.jspecify.annotations.NullMarked;
