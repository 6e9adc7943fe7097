/// The window itself: its frame, its workbench, and the loop that joins the features. The only room
/// of the window that knows all features.
@NullMarked
package dev.pareto.ui.main;

import org.jspecify.annotations.NullMarked;
