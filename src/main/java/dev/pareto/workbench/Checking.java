package dev.pareto.workbench;

import dev.pareto.lesson.Grade;
import dev.pareto.lesson.Lesson;
import dev.pareto.lesson.LessonException;
import dev.pareto.lesson.LessonReader;
import dev.pareto.program.Variant;
import dev.pareto.python.StopSignal;
import dev.pareto.trial.TrialProgress;
import dev.pareto.trial.TrialRules;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// Grades a variant of a lesson's program. The reference solution is measured in the same minutes
/// and shown nowhere.
final class Checking {
    private final Trying trying;

    Checking(Trying trying) {
        this.trying = trying;
    }

    Grade check(
            Lesson lesson,
            String variant,
            TrialRules rules,
            StopSignal stop,
            TrialProgress progress)
            throws ProblemException, InterruptedException {
        TrialReport learner = trying.trial(Variant.BASELINE_ID, variant, rules, stop, progress);
        if (stop.isRequested() || !Grade.needsReference(learner.result().verdict())) {
            return Grade.of(learner.result().verdict(), null);
        }
        @Nullable Variant reference = reference(lesson);
        return Grade.of(
                learner.result().verdict(),
                reference == null
                        ? null
                        : trying.aside(Variant.baseline(), reference, rules, stop, progress)
                                .verdict());
    }

    /// The first one, by name.
    private static @Nullable Variant reference(Lesson lesson) throws ProblemException {
        try {
            Map<String, Map<String, String>> all = new LessonReader().references(lesson);
            return all.isEmpty()
                    ? null
                    : new Variant(
                            "reference",
                            "reference",
                            Variant.BASELINE_ID,
                            Variant.Origin.EDIT,
                            all.values().iterator().next());
        } catch (LessonException e) {
            throw Problems.internal(
                    String.valueOf(e.getMessage()),
                    "The lesson cannot be graded.",
                    "Install Pareto again, or check the pack.",
                    "");
        }
    }
}
