/// Engines: start a run, watch it, build a Profile.
@NullMarked
package dev.pareto.profiler;

import org.jspecify.annotations.NullMarked;
