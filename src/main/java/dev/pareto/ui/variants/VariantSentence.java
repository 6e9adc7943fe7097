package dev.pareto.ui.variants;

import dev.pareto.ui.fx.Messages;

import java.util.ArrayList;

/// A row as one sentence, for a screen reader.
final class VariantSentence {
    private VariantSentence() {}

    static String of(VariantRow.Entry row) {
        var parts = new ArrayList<String>();
        parts.add(row.reference() ? row.name() : row.id() + " " + row.name());
        if (row.time() != null) {
            parts.add(row.time().text() + " " + row.time().measure());
        }
        if (row.verdict() != null) {
            parts.add(row.verdict().text());
        }
        if (row.mark() != null && !row.reference()) {
            parts.add(row.mark().words());
        }
        if (!row.peak().equals(Wording.DASH)) {
            parts.add(Messages.text("variants.column.memory") + " " + row.peak());
        }
        if (row.output().sameness() != VariantRow.Sameness.UNKNOWN) {
            parts.add(Messages.text("variants.column.output") + " " + row.output().text());
        }
        return String.join(", ", parts);
    }
}
