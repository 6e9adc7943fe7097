@NullMarked
package dev.pareto.ui.improve;

import org.jspecify.annotations.NullMarked;
