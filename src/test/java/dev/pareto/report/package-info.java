@NullMarked
package dev.pareto.report;

import org.jspecify.annotations.NullMarked;
