/// Rules about work that is done again though its result is known.
@NullMarked
package dev.pareto.advice.caching;

import org.jspecify.annotations.NullMarked;
