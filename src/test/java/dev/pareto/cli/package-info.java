@NullMarked
package dev.pareto.cli;

import org.jspecify.annotations.NullMarked;
