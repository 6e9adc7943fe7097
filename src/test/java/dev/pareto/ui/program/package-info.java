@NullMarked
package dev.pareto.ui.program;

import org.jspecify.annotations.NullMarked;
