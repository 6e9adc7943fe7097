@NullMarked
package dev.pareto.ui.code;

import org.jspecify.annotations.NullMarked;
