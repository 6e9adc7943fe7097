/// Rules about what loops do again and again.
@NullMarked
package dev.pareto.advice.loop;

import org.jspecify.annotations.NullMarked;
