/// The lesson beside the code: its text, its tasks and their hints.
@NullMarked
package dev.pareto.ui.lesson;

import org.jspecify.annotations.NullMarked;
