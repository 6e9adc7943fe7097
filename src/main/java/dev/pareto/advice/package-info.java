/// Rules, their reading of the observations, suggestions, fixes, prediction.
@NullMarked
package dev.pareto.advice;

import org.jspecify.annotations.NullMarked;
