package dev.pareto.ui.start;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.RecentProgram;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The state of the start page. JavaFX thread.
public final class StartViewModel {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Clock clock;
    private final Path home;
    private final Map<String, String> titles = new TreeMap<>();
    private final ObservableList<LessonTile> lessons = FXCollections.observableArrayList();
    private final ObservableList<RecentRow> recent = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper lessonsWord = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper interpreters = new ReadOnlyStringWrapper("");

    /// @param home shown as `~`
    public StartViewModel(Clock clock, Path home) {
        this.clock = clock;
        this.home = home;
    }

    /// Shows what can be opened.
    public void show(List<LessonTile> all, List<RecentProgram> programs) {
        all.forEach(l -> titles.put(l.id(), l.title()));
        lessons.setAll(all);
        recent.setAll(programs.stream().map(this::row).toList());
        int minutes =
                all.isEmpty() ? 0 : all.stream().mapToInt(LessonTile::minutes).sum() / all.size();
        lessonsWord.set(
                all.isEmpty()
                        ? Messages.text("start.lessons.none")
                        : Messages.counted("start.lessons", all.size(), minutes));
    }

    /// Says in the foot which interpreters there are.
    public void interpreters(List<String> labels) {
        interpreters.set(
                labels.isEmpty()
                        ? Messages.text("start.interpreters.none")
                        : labels.size() == 1
                                ? labels.getFirst()
                                : Messages.text(
                                        "start.interpreters",
                                        labels.getFirst(),
                                        Figures.count(labels.size() - 1L)));
    }

    private RecentRow row(RecentProgram program) {
        String lesson = program.lesson();
        String place =
                lesson == null
                        ? path(program.root())
                        : Messages.text("start.lesson", titles.getOrDefault(lesson, lesson));
        return new RecentRow(program, place, day(program));
    }

    private String path(Path root) {
        return root.startsWith(home) && !root.equals(home)
                ? Path.of("~").resolve(home.relativize(root)).toString()
                : root.toString();
    }

    private String day(RecentProgram program) {
        LocalDate today = LocalDate.now(clock);
        LocalDate then = LocalDate.ofInstant(program.openedAt(), clock.getZone());
        if (!then.isBefore(today)) {
            return Messages.text("start.today");
        }
        return then.equals(today.minusDays(1))
                ? Messages.text("start.yesterday")
                : then.format(then.getYear() == today.getYear() ? DAY : YEAR);
    }

    public ObservableList<LessonTile> lessons() {
        return lessons;
    }

    public ObservableList<RecentRow> recent() {
        return recent;
    }

    public ReadOnlyStringProperty lessonsWordProperty() {
        return lessonsWord.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty interpretersProperty() {
        return interpreters.getReadOnlyProperty();
    }
}
