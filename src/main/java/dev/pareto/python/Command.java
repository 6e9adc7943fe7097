package dev.pareto.python;

import dev.pareto.program.Stdin;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One process to start, ready to execute: nothing is looked up or inherited later.
///
/// @param argv the interpreter's path first
/// @param environment all of it
/// @param folder the working folder
/// @param scratch the folder whose size is limited
/// @param pauses how long it is stopped, and then continued, in turns from beginning to end; null
///   for never. A launcher that knows no such signals ignores it
public record Command(
        List<String> argv,
        Map<String, String> environment,
        Path folder,
        Stdin stdin,
        Path scratch,
        Limits limits,
        @Nullable Duration pauses) {
    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    /// A command without pauses.
    public Command(
            List<String> argv,
            Map<String, String> environment,
            Path folder,
            Stdin stdin,
            Path scratch,
            Limits limits) {
        this(argv, environment, folder, stdin, scratch, limits, null);
    }

    public Command withArguments(List<String> other) {
        return new Command(other, environment, folder, stdin, scratch, limits, pauses);
    }

    public Command withPauses(@Nullable Duration length) {
        return new Command(argv, environment, folder, stdin, scratch, limits, length);
    }
}
