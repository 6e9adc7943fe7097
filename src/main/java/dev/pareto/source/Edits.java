package dev.pareto.source;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Edits of one text that can all be made: sorted, none overlapping.
///
/// Equal edits count once (an import which two fixes ask for); different insertions at one offset
/// stay in the order they were given. All spans are those of the unchanged text.
public record Edits(List<TextEdit> list) implements EditsMerge {
    private static final Comparator<TextEdit> BY_SPAN = Comparator.comparing(TextEdit::span);

    /// @throws IllegalArgumentException when two edits clash; where that can happen ask [#merge]
    public Edits {
        list = list.stream().distinct().sorted(BY_SPAN).toList();
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i - 1).clashesWith(list.get(i))) {
                throw new IllegalArgumentException(
                        "Edits clash: " + list.get(i - 1) + " and " + list.get(i));
            }
        }
    }

    public static Edits of(TextEdit... edits) {
        return new Edits(List.of(edits));
    }

    /// These edits and others of the same text, unless two of them clash.
    public EditsMerge merge(Edits others) {
        for (TextEdit mine : list) {
            for (TextEdit theirs : others.list) {
                if (!mine.equals(theirs) && mine.clashesWith(theirs)) {
                    return new Clash(mine, theirs);
                }
            }
        }
        return new Edits(Stream.concat(list.stream(), others.list.stream()).toList());
    }

    /// The text with all edits made; everything outside of their spans is kept to the byte.
    ///
    /// @throws IndexOutOfBoundsException when the edits are another text's
    public SourceText applyTo(SourceText source) {
        String text = source.text();
        StringBuilder changed = new StringBuilder(text.length() + 256);
        int done = 0;
        for (TextEdit edit : list) {
            changed.append(text, done, edit.span().start()).append(edit.replacement());
            done = edit.span().end();
        }
        changed.append(text, done, text.length());
        return source.withText(changed.toString());
    }
}
