package dev.pareto.ui.lesson;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A task, ready to be shown.
///
/// @param hints those revealed so far; @param hidden how many are left
/// @param progress null before the first check
record TaskRow(
        int index,
        LessonPage.Task task,
        State state,
        List<String> hints,
        int hidden,
        @Nullable TaskProgress progress) {
    TaskRow {
        hints = List.copyOf(hints);
    }

    enum State {
        DONE,
        CURRENT,
        OPEN
    }
}
