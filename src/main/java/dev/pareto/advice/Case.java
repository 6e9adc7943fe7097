package dev.pareto.advice;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Rule;

/// What one rule found in one file.
record Case(Rule rule, Code code, Finding finding) {
    /// The same for all places that share the fix.
    String key() {
        return rule.id() + " " + finding.key();
    }

    Finding.Candidate candidate() {
        return (Finding.Candidate) finding;
    }

    boolean isAboutMemory() {
        return finding.time() == Finding.Time.MEMORY;
    }

    boolean isAwaited() {
        return finding.time() == Finding.Time.AWAITED;
    }

    Refusal refusal(String reason, Heat heat) {
        return new Refusal(
                rule.id(), code.path(), heat.hottestLine(this), finding.subject(), reason);
    }
}
