package dev.pareto.cli;

import dev.pareto.advice.Advice;
import dev.pareto.advice.Refusal;
import dev.pareto.advice.Suggestion;
import dev.pareto.workbench.Session;

/// Advice to read.
record AdviceText(Session session, Advice advice, Paint paint) {
    String text() {
        StringBuilder text = new StringBuilder();
        int count = advice.suggestions().size();
        text.append(
                        paint.bold(
                                count == 0
                                        ? "No suggestion for " + name() + "."
                                        : count == 1
                                                ? "One suggestion for " + name()
                                                : count + " suggestions for " + name()))
                .append('\n');
        advice.suggestions().forEach(one -> text.append('\n').append(suggestion(one)));
        if (!advice.refused().isEmpty()) {
            text.append('\n').append(paint.bold("Considered, and not suggested")).append('\n');
            advice.refused().forEach(one -> text.append(refusal(one)));
        }
        return text.toString().stripTrailing();
    }

    private String name() {
        var snapshot = session.snapshot();
        return (snapshot.program().label() + " " + snapshot.input().label()).strip();
    }

    private String suggestion(Suggestion suggestion) {
        StringBuilder text =
                new StringBuilder(
                        "%s  %s:%d%n"
                                .formatted(
                                        paint.bold(suggestion.title()),
                                        suggestion.file(),
                                        suggestion.line()));
        text.append("  ").append(suggestion.sentence()).append('\n');
        text.append("  Predicted: ")
                .append(predicted(suggestion))
                .append(suggestion.isSmall() ? " A small gain." : "")
                .append('\n');
        suggestion
                .safety()
                .forEach(
                        s ->
                                text.append("  ✓ ")
                                        .append(s.condition())
                                        .append(" (")
                                        .append(s.established())
                                        .append(")\n"));
        if (!suggestion.whatCouldChange().isBlank()) {
            text.append("  Note: ").append(suggestion.whatCouldChange()).append('\n');
        }
        for (String missing : suggestion.missing()) {
            text.append(
                    "  Missing: %s. pareto env add %1$s --python %s makes a copy of the environment with it.%n"
                            .formatted(
                                    missing,
                                    session.snapshot().program().interpreter().executable()));
        }
        text.append(
                "  pareto apply %s --suggestion %s -o DIR%n"
                        .formatted(session.snapshot().program().label(), suggestion.id()));
        suggestion.diff().lines().forEach(line -> text.append("    ").append(diff(line)));
        return text.toString();
    }

    private static String predicted(Suggestion suggestion) {
        return suggestion.memory() != null
                ? "peak memory %s.".formatted(suggestion.memory().shown())
                : "%s faster, at most %s; about %s less."
                        .formatted(suggestion.predicted(), suggestion.limit(), suggestion.saves());
    }

    private String diff(String line) {
        String shown =
                line.startsWith("+")
                        ? paint.less(line)
                        : line.startsWith("-") ? paint.more(line) : paint.faint(line);
        return shown + "\n";
    }

    private static String refusal(Refusal refusal) {
        return "  %s:%d  %s: %s%n"
                .formatted(refusal.file(), refusal.line(), refusal.subject(), refusal.reason());
    }
}
