@NullMarked
package dev.pareto.advice;

import org.jspecify.annotations.NullMarked;
