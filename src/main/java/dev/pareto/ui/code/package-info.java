/// The editor: own code with the heat of its lines, several files in tabs, and what one does with
/// text.
@NullMarked
package dev.pareto.ui.code;

import org.jspecify.annotations.NullMarked;
