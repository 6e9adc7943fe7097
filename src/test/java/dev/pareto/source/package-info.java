/// Tests of texts, edits and differences.
@NullMarked
package dev.pareto.source;

import org.jspecify.annotations.NullMarked;
