package dev.pareto.ui.output;

import dev.pareto.python.Usage;
import dev.pareto.quantity.WallTime;

/// What the panel is about.
sealed interface OutputState {
    record NotRun() implements OutputState {}

    record Running(WallTime elapsed) implements OutputState {}

    record Over(RunEnd end, Usage usage) implements OutputState {}
}
