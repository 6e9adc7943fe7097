package dev.pareto.cli;

import dev.pareto.lesson.Lesson;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `pareto lesson start`.
@Command(
        name = "start",
        description = "Copies a lesson's program to a folder of yours, and says what to do.")
final class LessonStart implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "LESSON", description = "Its id, or its number.")
    String id = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "A new folder (default: the lesson's id).")
    @Nullable Path target;

    LessonStart(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open()) {
            Lesson lesson = LessonCommand.named(workbench, id);
            Path folder = shell.folder().resolve(target == null ? Path.of(lesson.id()) : target);
            if (Files.exists(folder)) {
                throw Programs.usage(
                        folder + " is there already.",
                        "Nothing in it is overwritten.",
                        "Name another folder.");
            }
            try (Session session = workbench.openLessonAsGuest(lesson)) {
                copy(session, folder);
                shell.out().println(lesson.intro().strip());
                lesson.tasks()
                        .forEach(
                                task ->
                                        shell.out()
                                                .println(
                                                        "%n%s%n%s"
                                                                .formatted(
                                                                        shell.paint()
                                                                                .bold(task.title()),
                                                                        task.text().strip())));
                shell.out()
                        .println(
                                "%nThe program is in %s. Check your solution: pareto lesson check %s %s"
                                        .formatted(folder, lesson.id(), folder));
            }
            return Status.DONE;
        }
    }

    private static void copy(Session session, Path folder) throws ProblemException {
        try {
            for (String path : session.snapshot().files()) {
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, session.text("baseline", path).bytes());
            }
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.USAGE,
                            folder + " could not be written.",
                            "",
                            "Name another folder.",
                            e.toString()));
        }
    }
}
