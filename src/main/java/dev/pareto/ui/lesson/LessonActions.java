package dev.pareto.ui.lesson;

import java.util.function.IntConsumer;

/// What the panel asks for, by the index of a task. Called on the JavaFX thread.
///
/// @param done the learner says that a task is done
/// @param check grades a task that can be graded
/// @param leave closes the lesson; the program stays open
public record LessonActions(IntConsumer done, IntConsumer check, Runnable leave) {}
