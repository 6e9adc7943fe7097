package dev.pareto.ui.lesson;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The state of the lesson panel. JavaFX thread.
public final class LessonViewModel {
    private final ReadOnlyObjectWrapper<@Nullable LessonPage> page = new ReadOnlyObjectWrapper<>();
    private final ObservableList<TaskRow> tasks = FXCollections.observableArrayList();
    private final ObservableList<TaskRow> shown = FXCollections.unmodifiableObservableList(tasks);
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final Set<Integer> done = new TreeSet<>();
    private final Map<Integer, Integer> revealed = new HashMap<>();
    private final Map<Integer, TaskProgress> progress = new HashMap<>();
    private int current;

    /// Shows a lesson.
    ///
    /// @param doneBefore indices of tasks that were done earlier
    public void show(LessonPage lesson, Set<Integer> doneBefore) {
        done.clear();
        done.addAll(doneBefore);
        revealed.clear();
        progress.clear();
        page.set(lesson);
        current = next();
        update();
    }

    /// No lesson is open.
    public void clear() {
        page.set(null);
        tasks.clear();
    }

    /// A task is done; the next one that is not becomes the current one.
    public void done(int task) {
        done.add(task);
        if (current == task) {
            current = next();
        }
        update();
    }

    /// A graded task was checked.
    public void checked(int task, TaskProgress result) {
        progress.put(task, result);
        update();
    }

    /// The learner looks at a task.
    void choose(int task) {
        current = task;
        update();
    }

    /// Shows one more hint of a task.
    void reveal(int task) {
        revealed.merge(task, 1, Integer::sum);
        update();
    }

    private int next() {
        LessonPage lesson = page.get();
        return lesson == null
                ? 0
                : IntStream.range(0, lesson.tasks().size())
                        .filter(i -> !done.contains(i))
                        .findFirst()
                        .orElse(-1);
    }

    private void update() {
        LessonPage lesson = page.get();
        if (lesson != null) {
            List<LessonPage.Task> all = lesson.tasks();
            tasks.setAll(IntStream.range(0, all.size()).mapToObj(i -> row(i, all.get(i))).toList());
        }
    }

    private TaskRow row(int index, LessonPage.Task task) {
        int hints = Math.min(revealed.getOrDefault(index, 0), task.hints().size());
        return new TaskRow(
                index,
                task,
                index == current
                        ? TaskRow.State.CURRENT
                        : done.contains(index) ? TaskRow.State.DONE : TaskRow.State.OPEN,
                task.hints().subList(0, hints),
                task.hints().size() - hints,
                progress.get(index));
    }

    /// The index of the current task; -1 when all are done.
    public int currentTask() {
        return current;
    }

    boolean isDone(int task) {
        return done.contains(task);
    }

    ReadOnlyObjectProperty<@Nullable LessonPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ObservableList<TaskRow> tasks() {
        return shown;
    }

    /// Whether the text and the tasks are shown below the head.
    public BooleanProperty openProperty() {
        return open;
    }
}
