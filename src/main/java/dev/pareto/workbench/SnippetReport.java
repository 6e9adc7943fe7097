package dev.pareto.workbench;

import java.util.List;

/// Statements timed side by side by timeit.
///
/// @param results in the order of the statements
public record SnippetReport(String interpreter, List<Timing> results) {
    public SnippetReport {
        results = List.copyOf(results);
    }

    /// What came of one statement.
    public sealed interface Timing {
        String statement();

        /// Timed.
        ///
        /// @param loops of one repetition; @param seconds of one loop, for each repetition
        record Timed(String statement, long loops, List<Double> seconds) implements Timing {
            public Timed {
                seconds = List.copyOf(seconds);
            }

            public double median() {
                List<Double> sorted = seconds.stream().sorted().toList();
                return sorted.get(sorted.size() / 2);
            }
        }

        /// It could not be timed; Python says why.
        record Failed(String statement, String problem) implements Timing {}
    }
}
