/// Rules that let work wait or compute at the same time.
@NullMarked
package dev.pareto.advice.concurrency;

import org.jspecify.annotations.NullMarked;
