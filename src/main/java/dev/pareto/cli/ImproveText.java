package dev.pareto.cli;

import dev.pareto.advice.Suggestion;
import dev.pareto.workbench.Improvement;
import dev.pareto.workbench.Improvement.Step;

/// An improvement to read.
record ImproveText(String program, Improvement improvement, ImproveOutcome outcome, Paint paint) {
    String text() {
        StringBuilder text = new StringBuilder();
        int kept = improvement.kept().size();
        text.append(
                        paint.bold(
                                improvement.steps().isEmpty()
                                        ? "Nothing was tried for " + program
                                        : "%d of %d suggestions kept for %s"
                                                .formatted(
                                                        kept, improvement.steps().size(), program)))
                .append('\n');
        improvement.steps().forEach(step -> text.append(step(step)));
        improvement
                .confirmed()
                .ifPresent(
                        report ->
                                text.append('\n')
                                        .append(
                                                "All that was kept against the original, on fresh"
                                                        + " pairs:\n")
                                        .append(
                                                new TrialText(report, paint)
                                                        .text("original", "improved"))
                                        .append('\n'));
        text.append('\n');
        outcome.written().forEach(path -> text.append("Wrote ").append(path).append('\n'));
        if (kept > 0 && outcome.written().isEmpty()) {
            text.append("Nothing was written: the gain was not confirmed.\n");
        }
        if (!outcome.targetReached()) {
            text.append("The target was missed.\n");
        }
        text.append("%s It took %s.".formatted(words(improvement.end()), outcome.took()));
        return text.toString();
    }

    private String step(Step step) {
        Suggestion suggestion = step.suggestion();
        String mark = step.kept() ? paint.less("✓ kept   ") : paint.faint("– dropped");
        String lost =
                improvement
                        .loss(step)
                        .map(loss -> "             %s%n".formatted(loss.words()))
                        .orElse("");
        return "  %s  %s  %s:%d%n             %s (predicted: %s)%n%s"
                .formatted(
                        mark,
                        suggestion.title(),
                        suggestion.file(),
                        suggestion.line(),
                        step.reason(),
                        suggestion.memory() == null
                                ? suggestion.predicted()
                                : suggestion.memory().shown(),
                        lost);
    }

    private static String words(Improvement.End end) {
        return switch (end) {
            case NOTHING_LEFT -> "There is no suggestion left to try.";
            case ENOUGH_TRIED -> "As many were tried as you asked for.";
            case TARGET_REACHED -> "The target was reached, so no more was tried.";
            case BUDGET_SPENT -> "The budget is spent; a larger one may find more (--budget S).";
            case NOT_ADVISED -> "What was kept could not be profiled again, so no more was tried.";
            case STOPPED -> "Stopped before its end.";
        };
    }
}
