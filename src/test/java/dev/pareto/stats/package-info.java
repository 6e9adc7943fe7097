/// Tests of the statistics: against published tables, enumeration and simulation.
@NullMarked
package dev.pareto.stats;

import org.jspecify.annotations.NullMarked;
