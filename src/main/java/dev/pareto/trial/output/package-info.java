/// Are two outputs the same, as far as two runs of one program would be?
@NullMarked
package dev.pareto.trial.output;

import org.jspecify.annotations.NullMarked;
