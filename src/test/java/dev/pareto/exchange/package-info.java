/// Tests of other tools' formats.
@NullMarked
package dev.pareto.exchange;

import org.jspecify.annotations.NullMarked;
