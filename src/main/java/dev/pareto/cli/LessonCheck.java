package dev.pareto.cli;

import dev.pareto.lesson.Grade;
import dev.pareto.lesson.Lesson;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// `pareto lesson check`.
@Command(
        name = "check",
        description = {
            "Grades a solution: same output, and at least 70 % of the reference's gain on this",
            "computer. Exit status 0 when it passes."
        })
final class LessonCheck implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "LESSON", description = "Its id, or its number.")
    String id = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "Your folder, or your script.")
    @Nullable Path solution;

    @Option(
            names = "--budget",
            paramLabel = "S",
            defaultValue = "30",
            description = "Seconds for each of two trials (default: 30).")
    double budget = 30;

    @Mixin private OutputOptions output = new OutputOptions();

    LessonCheck(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        try (Workbench workbench = shell.workbench().open()) {
            Lesson lesson = LessonCommand.named(workbench, id);
            Path theirs = shell.folder().resolve(String.valueOf(solution)).normalize();
            try (Session session = workbench.openLessonAsGuest(lesson)) {
                Path ours =
                        Files.isDirectory(theirs)
                                ? lesson.folder()
                                : lesson.folder().resolve(lesson.program());
                String variant =
                        session.adopt("yours", new Twin(session, ours, theirs).changes()).id();
                Grade grade = CompareCommand.grade(shell, output, session, variant, budget);
                shell.out().println(output.json ? Output.json(json(lesson, grade)) : text(grade));
                return switch (grade.outcome()) {
                    case PASSED -> Status.DONE;
                    case FAILED -> Status.PROGRAM;
                    default -> Status.NO;
                };
            }
        }
    }

    private String text(Grade grade) {
        String word =
                switch (grade.outcome()) {
                    case PASSED -> "✓ Passed.";
                    case NOT_ENOUGH -> "Not yet.";
                    case OUTPUT_CHANGED -> "≠ The output changed.";
                    case FAILED -> "✗ It failed.";
                    case UNDECIDED -> "? Undecided.";
                    case NO_GAIN_HERE -> "Not graded.";
                };
        return shell.paint().bold(word) + " " + grade.sentence();
    }

    private static Map<String, Object> json(Lesson lesson, Grade grade) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.grade/1");
        json.put("lesson", lesson.id());
        json.put("outcome", grade.outcome().name().toLowerCase(Locale.ROOT));
        json.put("reached", grade.reached());
        json.put("needed", grade.needed());
        json.put("sentence", grade.sentence());
        return json;
    }
}
