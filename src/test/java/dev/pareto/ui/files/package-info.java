@NullMarked
package dev.pareto.ui.files;

import org.jspecify.annotations.NullMarked;
