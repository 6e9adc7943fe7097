/// Two variants side by side: what was measured, what changed in the source, and where the saving
/// came from.
@NullMarked
package dev.pareto.ui.compare;

import org.jspecify.annotations.NullMarked;
