package dev.pareto.cli;

import dev.pareto.advice.Advice;
import dev.pareto.advice.Suggestion;
import dev.pareto.lesson.Lesson;
import dev.pareto.program.Variant;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.TrialReport;
import dev.pareto.workbench.Workbench;

import java.util.Optional;
import java.util.concurrent.Callable;

/// The whole loop on a lesson, in text: profile, advice, fix, trial, verdict. For computers without
/// a display.
final class Walk implements Callable<Integer> {
    private static final String LESSON = "05-containers";
    private static final double BUDGET = 30;

    private final Shell shell;
    private final String why;
    private final OutputOptions output = new OutputOptions();

    Walk(Shell shell, String why) {
        this.shell = shell;
        this.why = why;
    }

    @Override
    public Integer call() throws Exception {
        say(why);
        say("This is the loop that it closes, in text, on a lesson. Commands: pareto --help");
        try (Workbench workbench = shell.workbench().open()) {
            Lesson lesson =
                    workbench.lessons().stream()
                            .filter(one -> one.id().equals(LESSON))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            Programs.usage(
                                                    "The lesson " + LESSON + " is not there.",
                                                    "",
                                                    "Install Pareto again, or see pareto --help."));
            try (Session session = workbench.openLessonAsGuest(lesson)) {
                return walk(session, lesson);
            }
        }
    }

    private int walk(Session session, Lesson lesson) throws Exception {
        head("1  Measure", "Lesson: " + lesson.title());
        ProfileReport profile = ProfileCommand.profile(shell, output, session, Optional.empty());
        say(new ProfileText(session, profile, shell.paint()).text());
        head("2  Advice", "");
        Advice advice = AdviseCommand.advise(shell, output, session);
        say(new AdviceText(session, advice, shell.paint()).text());
        Optional<Suggestion> first = advice.suggestions().stream().findFirst();
        if (first.isEmpty()) {
            return Status.NO;
        }
        Variant fixed = session.apply(Variant.BASELINE_ID, first.get().id());
        head(
                "3  Fix",
                "“%s” is applied, as the variant “%s”; the lesson's own file stays as it is."
                        .formatted(first.get().title(), fixed.name()));
        head("4  Trial", "");
        TrialReport trial = CompareCommand.trial(shell, output, session, fixed.id(), BUDGET);
        say(new TrialText(trial, shell.paint()).text("baseline", fixed.name()));
        return trial.result().verdict().id().equals("faster") ? Status.DONE : Status.NO;
    }

    private void head(String step, String text) {
        shell.out().println();
        shell.out().println(shell.paint().bold(step));
        if (!text.isBlank()) {
            say(text);
        }
    }

    private void say(String text) {
        shell.out().println(text.stripTrailing());
        shell.out().flush();
    }
}
