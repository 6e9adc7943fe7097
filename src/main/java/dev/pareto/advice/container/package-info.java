/// Rules about the choice of the container: list, set, dict, deque, heap.
@NullMarked
package dev.pareto.advice.container;

import org.jspecify.annotations.NullMarked;
