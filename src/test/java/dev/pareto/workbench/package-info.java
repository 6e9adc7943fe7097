@NullMarked
package dev.pareto.workbench;

import org.jspecify.annotations.NullMarked;
