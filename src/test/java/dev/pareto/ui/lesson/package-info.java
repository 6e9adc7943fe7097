/// Tests of the lesson panel.
@NullMarked
package dev.pareto.ui.lesson;

import org.jspecify.annotations.NullMarked;
