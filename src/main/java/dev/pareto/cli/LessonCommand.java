package dev.pareto.cli;

import dev.pareto.lesson.Lesson;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Workbench;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.concurrent.Callable;

/// `pareto lesson`.
@Command(
        name = "lesson",
        description = "The lessons: list them, start one, check your solution.",
        synopsisSubcommandLabel = "(list | start | check)")
final class LessonCommand implements Callable<Integer> {
    private final Shell shell;

    LessonCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        return new LessonList(shell).call();
    }

    static Lesson named(Workbench workbench, String id) throws ProblemException {
        List<Lesson> lessons = workbench.lessons();
        return lessons.stream()
                .filter(lesson -> lesson.id().equals(id) || lesson.id().startsWith(id + "-"))
                .findFirst()
                .orElseThrow(
                        () ->
                                Programs.usage(
                                        "There is no lesson " + id + ".",
                                        "",
                                        "Choose one of: "
                                                + String.join(
                                                        ", ",
                                                        lessons.stream().map(Lesson::id).toList())
                                                + "."));
    }
}
