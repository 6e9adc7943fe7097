package dev.pareto.advice.text;

import dev.pareto.source.tree.Statement.Loop;

import java.util.List;
import java.util.Optional;

/// What holds a text that grows, and whether it may be put together after a loop instead of in it.
interface GrowingText {
    /// Why nothing can be said about any loop.
    Optional<String> reason();

    /// The outermost loop around a growth in which the text only grows.
    Result loop(Growth growth);

    /// The loop, or why there is none.
    sealed interface Result {}

    record Grows(Loop loop, List<Growth> growths) implements Result {
        public Grows {
            growths = List.copyOf(growths);
        }
    }

    record Impossible(String reason) implements Result {}
}
