package dev.pareto.ui.main;

import dev.pareto.lesson.Lesson;
import dev.pareto.profile.Profile;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Target;
import dev.pareto.ui.fx.Jobs;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.start.LessonTile;
import dev.pareto.ui.start.StartViewModel;
import dev.pareto.workbench.Opened;
import dev.pareto.workbench.Opening;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.RecentProgram;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Opens programs, and fills the pages from which one opens them. JavaFX thread; looking at files
/// and interpreters is done elsewhere.
final class OpenLoop {
    private static final int RECENT = 12;

    private final Workbench workbench;
    private final Jobs jobs;
    private final StatusViewModel status;
    private final StartViewModel start;
    private final Overlay overlay;
    private final Consumer<Session> opened;
    private final BiConsumer<Path, Profile> profiled;
    private final Consumer<Problem> problems;

    private List<Lesson> lessons = List.of();

    /// @param opened gets a program that was opened; @param profiled a profile from a file
    OpenLoop(
            Workbench workbench,
            Jobs jobs,
            StatusViewModel status,
            StartViewModel start,
            Overlay overlay,
            Consumer<Session> opened,
            BiConsumer<Path, Profile> profiled,
            Consumer<Problem> problems) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.status = status;
        this.start = start;
        this.overlay = overlay;
        this.opened = opened;
        this.profiled = profiled;
        this.problems = problems;
    }

    /// What the start page shows.
    private record Found(List<Lesson> lessons, List<RecentProgram> recent) {}

    /// Looks what there is to be opened.
    void refresh() {
        jobs.start(
                () -> new Found(workbench.lessons(), workbench.recent(RECENT)),
                found -> {
                    lessons = found.lessons();
                    start.show(
                            lessons.stream().map(l -> tile(l, found.recent())).toList(),
                            found.recent());
                },
                problems);
        jobs.start(
                () -> workbench.interpreters(null).stream().map(i -> i.label()).toList(),
                start::interpreters,
                problems);
    }

    private static LessonTile tile(Lesson lesson, List<RecentProgram> recent) {
        String best =
                recent.stream()
                        .filter(r -> lesson.id().equals(r.lesson()))
                        .filter(r -> r.ratio() != null && "faster".equals(r.verdict()))
                        .findFirst()
                        .map(OpenLoop::best)
                        .orElse("");
        return new LessonTile(
                lesson.id(),
                lesson.id().replaceFirst("-.*", ""),
                lesson.title(),
                lesson.concepts(),
                lesson.level(),
                lesson.minutes(),
                best);
    }

    private static String best(RecentProgram program) {
        Double ratio = program.ratio();
        return ratio == null
                ? ""
                : Messages.text("open.best", dev.pareto.quantity.Figures.ratio(ratio));
    }

    /// Opens a lesson, by its id.
    void lesson(String id) {
        lessons.stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .ifPresent(lesson -> begin(() -> workbench.openLesson(lesson), lesson.title()));
    }

    /// Opens a program as it was left.
    void recent(RecentProgram program) {
        begin(() -> workbench.reopen(program), program.label());
    }

    /// Opens a script, a folder of which the entry may have to be chosen, or a profile.
    void path(Path path) {
        if (Files.isRegularFile(path) && Workbench.isProfile(path)) {
            profile(path);
            return;
        }
        open(Opening.of(path), path.toString());
    }

    /// Opens a profile that another program wrote, or this one. Nothing of it is run.
    void profile(Path file) {
        status.begin(Messages.text("open.opening", file.getFileName()));
        jobs.start(
                () -> workbench.openProfile(file),
                profile -> {
                    status.end(Messages.text("profiles.opened", file.getFileName()));
                    profiled.accept(file, profile);
                },
                this::failed);
    }

    /// Opens another entry of a root.
    void entry(Path root, Target target) {
        open(Opening.of(root, target).withRoot(root), target.label());
    }

    /// Looks at an interpreter that the person named.
    void interpreterAt(Path root, Path executable, Consumer<Interpreter> found) {
        jobs.start(() -> workbench.interpreterAt(executable, root), found, problems);
    }

    /// Looks which interpreters a program can use.
    void interpreters(Path root, Consumer<List<Interpreter>> found) {
        jobs.start(() -> workbench.interpreters(root), found, problems);
    }

    private void open(Opening opening, String name) {
        status.begin(Messages.text("open.opening", name));
        jobs.start(
                () -> workbench.open(opening),
                result -> {
                    status.end("");
                    switch (result) {
                        case Opened.Ready(Session session) -> opened.accept(session);
                        case Opened.Choice(Path root, List<Target> entries) -> ask(root, entries);
                    }
                },
                this::failed);
    }

    private void ask(Path root, List<Target> entries) {
        overlay.show(
                new EntryChoice(
                        entries,
                        target -> {
                            overlay.close();
                            entry(root, target);
                        }));
    }

    private void begin(Jobs.Work<Session> work, String name) {
        status.begin(Messages.text("open.opening", name));
        jobs.start(
                work,
                session -> {
                    status.end("");
                    opened.accept(session);
                },
                this::failed);
    }

    private void failed(Problem problem) {
        status.end("");
        problems.accept(problem);
    }

    /// The lessons, for who needs more of them than a tile shows.
    List<Lesson> lessons() {
        return lessons;
    }
}
