package dev.pareto.ui.lesson;

import java.util.List;

/// A lesson as the panel shows it.
///
/// @param number of it in its pack, from 1; @param of how many there are
/// @param intro Markdown
public record LessonPage(
        String id,
        int number,
        int of,
        String title,
        String level,
        int minutes,
        String intro,
        List<Task> tasks) {
    public LessonPage {
        tasks = List.copyOf(tasks);
    }

    /// One thing to do.
    ///
    /// @param text Markdown; @param hints Markdown, revealed one at a time
    public record Task(Kind kind, String title, String text, List<String> hints) {
        public Task {
            hints = List.copyOf(hints);
        }
    }

    /// How it is known that a task is done.
    public enum Kind {
        /// The learner says so: read, predict, reflect …
        SAID,
        /// The window sees it: the line was clicked, the baseline measured.
        SEEN,
        /// It is graded when the learner asks.
        GRADED
    }
}
