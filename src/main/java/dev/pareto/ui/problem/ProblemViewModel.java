package dev.pareto.ui.problem;

import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Problem;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The problems that nobody has dismissed yet; the newest is shown. JavaFX thread.
public final class ProblemViewModel {
    private final Deque<Shown> open = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Shown> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper more = new ReadOnlyStringWrapper("");

    /// A problem with what can be done about it.
    record Shown(Problem problem, List<Remedy> remedies) {
        Shown {
            remedies = List.copyOf(remedies);
        }
    }

    /// Shows a problem over all others; the same problem again replaces itself.
    public void show(Problem problem, Remedy... remedies) {
        Problem named =
                new Problem(
                        problem.kind(),
                        problem.what(),
                        problem.meaning(),
                        ControlNames.of(problem.remedy()),
                        problem.details());
        open.removeIf(s -> s.problem().equals(named));
        open.push(new Shown(named, List.of(remedies)));
        update();
    }

    /// Takes away the problem that is shown; the one before it comes back.
    public void dismiss() {
        open.poll();
        update();
    }

    /// Takes away all problems.
    public void clear() {
        open.clear();
        update();
    }

    /// Does what a remedy says, and takes its problem away.
    void apply(Remedy remedy) {
        open.removeIf(s -> s.remedies().contains(remedy));
        update();
        remedy.action().run();
    }

    private void update() {
        current.set(open.peek());
        more.set(open.size() < 2 ? "" : Messages.counted("problem.more", open.size() - 1));
    }

    ReadOnlyObjectProperty<@Nullable Shown> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// How many others wait, in words; empty where none does.
    ReadOnlyStringProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /// All of a problem, to be sent to somebody.
    static String copy(Problem problem) {
        return problem.details().isBlank()
                ? problem.text()
                : problem.text() + "\n\n" + problem.details().strip() + "\n";
    }
}
