package dev.pareto.ui.start;

import dev.pareto.workbench.RecentProgram;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What the start page and the lessons ask for. Called on the JavaFX thread.
///
/// @param lessons shows the lessons; @param lesson opens one, by its id
/// @param file asks for a file and opens it; @param folder the same for a folder
/// @param profile asks for a file with a profile and shows it
/// @param recent opens a program again; @param drop opens what was dropped
public record StartActions(
        Runnable lessons,
        Consumer<String> lesson,
        Runnable file,
        Runnable folder,
        Runnable profile,
        Consumer<RecentProgram> recent,
        Consumer<Path> drop) {}
