package dev.pareto.advice.rule;

import dev.pareto.profile.Question;
import dev.pareto.source.tree.Node;

import java.util.List;

/// What a rule found at one place, before anything was observed.
public sealed interface Finding {
    /// Findings of one rule with the same key are one finding: several places that share a fix.
    String key();

    /// What the rule would do, for people: "Set for `seen`".
    String subject();

    /// Whose time the rule is about; at least one node, all of the looked-at file.
    List<Node> places();

    /// Whose time counts.
    Time time();

    /// The source alone forbids it.
    ///
    /// @param reason a clause for people, as it stands after a colon: "it is changed in line 7"
    record Refused(String key, String subject, List<Node> places, Time time, String reason)
            implements Finding {
        public Refused {
            places = List.copyOf(places);
        }

        /// For a place that takes its time itself.
        public Refused(String key, String subject, List<? extends Node> places, String reason) {
            this(key, subject, List.copyOf(places), Time.OWN, reason);
        }
    }

    /// The source allows it; what a run shows decides.
    ///
    /// @param questions what must be known; may be empty
    /// @param judge makes something of the answers
    record Candidate(
            String key,
            String subject,
            List<Node> places,
            Time time,
            List<Question> questions,
            Judge judge)
            implements Finding {
        public Candidate {
            places = List.copyOf(places);
            questions = List.copyOf(questions);
        }
    }

    /// Which part of the profile belongs to a place.
    enum Time {
        /// Its lines themselves, with the builtins and libraries that they call.
        OWN,
        /// Its lines with all that they call.
        WITH_CALLS,
        /// All in which the program waits: where a coroutine waits, its event loop does, and that
        /// is on none of the coroutine's lines.
        AWAITED,
        /// None: the rule is about the memory that its lines gained, and shares are of the peak.
        MEMORY
    }

    /// Reads the answers of a run as evidence.
    @FunctionalInterface
    interface Judge {
        Judgement judge(Evidence evidence);
    }
}
