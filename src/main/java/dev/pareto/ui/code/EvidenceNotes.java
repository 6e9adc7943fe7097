package dev.pareto.ui.code;

import dev.pareto.advice.Suggestion;
import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Snapshot;

import java.util.HashMap;
import java.util.Map;

/// The few words of evidence that stand behind a line: "list of 4,420 items".
final class EvidenceNotes {
    private EvidenceNotes() {}

    /// Line → words, for the lines of a file that the variant's advice speaks of.
    static Map<Integer, String> of(Snapshot snapshot, String variant, String path) {
        Map<Integer, String> notes = new HashMap<>();
        snapshot.adviceFor(variant)
                .ifPresent(
                        advice ->
                                advice.suggestions().stream()
                                        .filter(s -> s.file().equals(path))
                                        .forEach(s -> add(s, notes)));
        return notes;
    }

    private static void add(Suggestion suggestion, Map<Integer, String> notes) {
        Map<String, Object> evidence = suggestion.evidence();
        if (evidence.get("container") instanceof String container
                && evidence.get("length") instanceof Number length) {
            notes.putIfAbsent(
                    suggestion.line(),
                    Messages.text(
                            "code.note.container",
                            container,
                            Figures.count(Math.round(length.doubleValue()))));
        }
    }
}
