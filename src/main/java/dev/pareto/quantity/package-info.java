/// Amounts that carry their unit and kind, and how they are written for people. Every room may use
/// it; it knows none.
@NullMarked
package dev.pareto.quantity;

import org.jspecify.annotations.NullMarked;
