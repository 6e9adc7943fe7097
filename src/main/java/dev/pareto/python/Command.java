package dev.pareto.python;

import dev.pareto.program.Stdin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One process to start, ready to execute: nothing is looked up or inherited later.
///
/// @param argv the interpreter's path first
/// @param environment all of it
/// @param folder the working folder
/// @param scratch the folder whose size is limited
public record Command(
        List<String> argv,
        Map<String, String> environment,
        Path folder,
        Stdin stdin,
        Path scratch,
        Limits limits) {
    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }
}
