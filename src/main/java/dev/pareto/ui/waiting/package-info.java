/// What the program waited for: by thread, by line, and whether that is what holds it up.
@NullMarked
package dev.pareto.ui.waiting;

import org.jspecify.annotations.NullMarked;
