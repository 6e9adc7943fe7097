/// Pareto: a desktop workbench which makes Python programs faster, and proves it.
@NullMarked
package dev.pareto;

import org.jspecify.annotations.NullMarked;
