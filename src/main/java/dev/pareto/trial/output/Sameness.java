package dev.pareto.trial.output;

/// What counts as the same text, in what is printed and in files that are left.
public sealed interface Sameness {
    Sameness EXACT = new Exact();
    Sameness UNORDERED_LINES = new UnorderedLines();

    /// Line by line, character by character.
    record Exact() implements Sameness {}

    /// The same lines in any order.
    record UnorderedLines() implements Sameness {}

    /// Numbers may differ by a part of the larger one.
    ///
    /// @param relative as a part: 1e-9
    record Numbers(double relative) implements Sameness {
        public Numbers {
            if (!(relative >= 0 && relative < 1)) {
                throw new IllegalArgumentException("tolerance " + relative + ", not in 0 to 1");
            }
        }
    }
}
