/// Widgets of our own that more than one screen shows. They know quantities, not use cases.
@NullMarked
package dev.pareto.ui.control;

import org.jspecify.annotations.NullMarked;
