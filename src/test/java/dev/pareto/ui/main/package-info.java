@NullMarked
package dev.pareto.ui.main;

import org.jspecify.annotations.NullMarked;
