package dev.pareto.advice.rule;

import dev.pareto.source.TextEdit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a rule makes of the evidence.
public sealed interface Judgement {
    /// What was seen is not what the rule is about: there is nothing to say.
    record Irrelevant() implements Judgement {}

    /// The evidence speaks against it.
    ///
    /// @param reason a clause for people
    record Refused(String reason) implements Judgement {}

    /// It would help, and it is safe as far as anybody can know.
    ///
    /// @param title verb first: "Keep a set beside the list"
    /// @param seen a sentence with the figures that were observed
    /// @param facts the same for machines
    /// @param saving of the place's time
    /// @param conditions that must hold, each with how it was established
    /// @param fix edits by path; those of one file must not overlap
    /// @param whatCouldChange a sentence; empty when nothing could
    /// @param missing what the changed program needs and its interpreter lacks: packages by their
    ///   names in the index, or "C compiler"
    record Offer(
            String title,
            String seen,
            Map<String, Object> facts,
            Saving saving,
            List<Condition> conditions,
            Map<String, List<TextEdit>> fix,
            String whatCouldChange,
            List<String> missing)
            implements Judgement {
        /// One that needs nothing but the program's interpreter as it is.
        public Offer(
                String title,
                String seen,
                Map<String, Object> facts,
                Saving saving,
                List<Condition> conditions,
                Map<String, List<TextEdit>> fix,
                String whatCouldChange) {
            this(title, seen, facts, saving, conditions, fix, whatCouldChange, List.of());
        }

        public Offer {
            missing = List.copyOf(missing);
            facts = Collections.unmodifiableMap(new TreeMap<>(facts));
            conditions = List.copyOf(conditions);
            fix = Map.copyOf(fix);
        }
    }

    /// A condition that must hold, and how it was established: "proved in the source", "2,000 of
    /// 2,000 seen".
    record Condition(String text, String established) {
        public static Condition proved(String text) {
            return new Condition(text, "proved in the source");
        }

        public static Condition seen(String text, long held, long looked) {
            return new Condition(text, "%,d of %,d seen".formatted(held, looked));
        }
    }
}
