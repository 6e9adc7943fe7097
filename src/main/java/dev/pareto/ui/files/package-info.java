/// The own code of the program as a tree with its heat, and whether the program computes or waits.
@NullMarked
package dev.pareto.ui.files;

import org.jspecify.annotations.NullMarked;
