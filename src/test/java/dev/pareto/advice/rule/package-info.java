@NullMarked
package dev.pareto.advice.rule;

import org.jspecify.annotations.NullMarked;
