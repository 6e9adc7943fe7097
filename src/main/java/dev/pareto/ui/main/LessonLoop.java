package dev.pareto.ui.main;

import dev.pareto.lesson.Lesson;
import dev.pareto.program.Variant;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.code.CodePlace;
import dev.pareto.ui.lesson.LessonPage;
import dev.pareto.ui.lesson.LessonViewModel;
import dev.pareto.workbench.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// Sees which tasks of a lesson are done by what happens in the window. JavaFX thread.
final class LessonLoop {
    private final LessonViewModel model;
    private @Nullable Lesson lesson;

    LessonLoop(LessonViewModel model) {
        this.model = model;
    }

    /// Shows the lesson of the opened program, or none.
    ///
    /// @param all lessons of the pack
    void show(@Nullable Lesson opened, List<Lesson> all) {
        lesson = opened;
        if (opened == null) {
            model.clear();
            return;
        }
        int number = all.stream().map(Lesson::id).toList().indexOf(opened.id()) + 1;
        model.show(
                new LessonPage(
                        opened.id(),
                        Math.max(1, number),
                        Math.max(1, all.size()),
                        opened.title(),
                        opened.level(),
                        opened.minutes(),
                        opened.intro(),
                        opened.tasks().stream().map(LessonLoop::task).toList()),
                Set.of());
    }

    private static LessonPage.Task task(Lesson.Task task) {
        LessonPage.Kind kind =
                switch (task.kind()) {
                    case "hotspot", "improve" -> LessonPage.Kind.SEEN;
                    default -> LessonPage.Kind.SAID;
                };
        return new LessonPage.Task(kind, task.title(), task.text(), task.hints());
    }

    /// The program has a new state, or the caret is elsewhere.
    void look(Snapshot state, @Nullable CodePlace place) {
        if (lesson == null) {
            return;
        }
        List<Lesson.Task> tasks = lesson.tasks();
        for (int i = 0; i < tasks.size(); i++) {
            if (isDone(tasks.get(i).kind(), state, place)) {
                model.done(i);
            }
        }
    }

    private boolean isDone(String kind, Snapshot state, @Nullable CodePlace place) {
        return switch (kind) {
            case "hotspot" ->
                    place != null
                            && state.profile(Variant.BASELINE_ID).isPresent()
                            && lesson != null
                            && lesson.hotspot()
                                    .filter(h -> h.equals(place.path() + ":" + place.line()))
                                    .isPresent();
            case "improve" ->
                    state.trials().values().stream()
                            .anyMatch(
                                    t ->
                                            t.result().complete()
                                                    && t.result().verdict()
                                                            instanceof Verdict.Faster);
            default -> false;
        };
    }

    void done(int task) {
        model.done(task);
    }
}
