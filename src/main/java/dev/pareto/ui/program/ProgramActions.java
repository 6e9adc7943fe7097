package dev.pareto.ui.program;

import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Target;
import dev.pareto.python.Limits;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// What the program bar asks for, beside the actions RUN, PROFILE and MEASURE. Called on the JavaFX
/// thread.
///
/// @param target opens another entry of the same root
/// @param input uses an input; one of the same name is replaced
/// @param interpreter uses one of the list; @param interpreterAt uses the one at a path
/// @param workingFolder starts the program there; @param environment sets the variables on top of
///   the inherited ones; @param limits sets what a run may use
public record ProgramActions(
        Consumer<Target> target,
        Consumer<Input> input,
        Consumer<Interpreter> interpreter,
        Consumer<Path> interpreterAt,
        Consumer<Path> workingFolder,
        Consumer<Map<String, String>> environment,
        Consumer<Limits> limits) {}
