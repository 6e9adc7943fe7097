package dev.pareto.profile;

import java.util.List;

/// Something that a run with probes can find out about one place of the program.
public sealed interface Question {
    /// What the answer is found by; unique among the questions of a run, without NUL.
    String id();

    /// Where to look.
    CodeRange place();

    /// What an `in` or `not in` looks through and what it looks for.
    ///
    /// @param place the whole comparison, which has no other operator
    /// @param points ids of [Reached] questions: did the container stay the same from there on?
    record Membership(String id, CodeRange place, List<String> points) implements Question {
        public Membership {
            points = List.copyOf(points);
        }
    }

    /// What an expression gives: types, lengths, how large its values are when they are copied.
    ///
    /// @param place the whole expression, which must be read, not assigned to
    record Value(String id, CodeRange place) implements Question {}

    /// What a container holds, and whether it stays the same.
    ///
    /// @param place the whole expression, which must be read, not assigned to
    /// @param points ids of [Reached] questions: did the content stay the same from there on?
    record Contents(String id, CodeRange place, List<String> points) implements Question {
        public Contents {
            points = List.copyOf(points);
        }
    }

    /// With what a function is called, and what it returns.
    ///
    /// @param place the whole definition, without decorators, of a function that is no generator or
    ///   coroutine and takes no `*args` or `**kwargs`
    record Calls(String id, CodeRange place) implements Question {}

    /// What a loop goes through to find items with a certain key.
    ///
    /// @param place the whole expression that the loop goes through
    /// @param points ids of [Reached] questions: did items and keys stay the same from there on?
    /// @param root a name that has its value where the loop begins, or a constant
    /// @param key the way from an item to its key; @param sought that from the root to the key that
    ///   is looked for. Steps, each ended by a line feed: `.name` an attribute, `iname` and `#3` an
    ///   element.
    record Join(
            String id, CodeRange place, List<String> points, String root, String key, String sought)
            implements Question {
        public Join {
            points = List.copyOf(points);
        }
    }

    /// How long an `await` waits: what no sampler can see, since a coroutine that waits is on no
    /// stack.
    ///
    /// @param place the whole `await` expression
    record Awaited(String id, CodeRange place) implements Question {}

    /// How often a statement is reached.
    ///
    /// @param place the whole statement
    record Reached(String id, CodeRange place) implements Question {}
}
