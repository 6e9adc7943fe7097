package dev.pareto.ui.advice;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.TrackRecord;

/// How well a rule has predicted so far on this machine, in words and as a table.
final class RecordWords {
    private static final int MOST_ROWS = 20;

    private RecordWords() {}

    /// "So far on this machine: 6 predictions measured, 5 within ×1.5."
    static String sentence(TrackRecord record) {
        return record.cases().isEmpty()
                ? Messages.text("advice.record.none")
                : Messages.counted(
                        "advice.record", record.cases().size(), Figures.count(record.near()));
    }

    /// Markdown to stand below the page of a rule.
    static String section(String rule, TrackRecord record) {
        var text = new StringBuilder("\n\n## ");
        text.append(Messages.text("advice.record.title")).append("\n\n");
        text.append(sentence(record)).append('\n');
        if (record.cases().isEmpty()) {
            return text.toString();
        }
        text.append('\n').append(Messages.text("advice.record.head")).append('\n');
        text.append("| --- | --- | --- | --- |\n");
        record.cases().stream()
                .limit(MOST_ROWS)
                .forEach(
                        one ->
                                text.append(
                                        "| %s | %s | %s | %s |\n"
                                                .formatted(
                                                        one.program().replace("|", "\\|"),
                                                        rule,
                                                        one.predicted(),
                                                        measured(one))));
        if (record.cases().size() > MOST_ROWS) {
            text.append('\n')
                    .append(
                            Messages.text(
                                    "advice.record.more",
                                    Figures.count(record.cases().size() - MOST_ROWS)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String measured(TrackRecord.Case one) {
        var ratio = one.measured();
        String figure =
                ratio == null
                        ? Messages.text("verdict." + one.verdict().replace('_', '-'))
                        : ratio.toString();
        String kind = one.memory() ? ", " + Messages.text("advice.record.memory") : "";
        return figure + kind;
    }
}
