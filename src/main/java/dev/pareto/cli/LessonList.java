package dev.pareto.cli;

import dev.pareto.lesson.Lesson;
import dev.pareto.workbench.Workbench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `pareto lesson list`.
@Command(name = "list", description = "All lessons.")
final class LessonList implements Callable<Integer> {
    private final Shell shell;
    @Mixin private OutputOptions output = new OutputOptions();

    LessonList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open()) {
            List<Lesson> lessons = workbench.lessons();
            if (output.json) {
                shell.out().println(Output.json(json(lessons)));
                return Status.DONE;
            }
            for (Lesson lesson : lessons) {
                shell.out()
                        .println(
                                "%-16s %s (%s, %d minutes)"
                                        .formatted(
                                                lesson.id(),
                                                shell.paint().bold(lesson.title()),
                                                lesson.level(),
                                                lesson.minutes()));
            }
            return Status.DONE;
        }
    }

    private static Map<String, Object> json(List<Lesson> lessons) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.lessons/1");
        json.put(
                "lessons",
                lessons.stream()
                        .map(
                                lesson ->
                                        Map.of(
                                                "id", lesson.id(),
                                                "title", lesson.title(),
                                                "level", lesson.level(),
                                                "minutes", lesson.minutes(),
                                                "program", lesson.program(),
                                                "concepts", lesson.concepts()))
                        .toList());
        return json;
    }
}
