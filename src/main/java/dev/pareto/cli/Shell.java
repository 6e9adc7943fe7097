package dev.pareto.cli;

import dev.pareto.python.StopSignal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// What a command works with.
///
/// @param out results; @param err progress and problems
/// @param folder that relative paths count from
/// @param interactive whether somebody looks at a terminal: colours, and progress in place
/// @param stop requested when the user presses Ctrl+C
/// @param programArguments what stood after `--`
record Shell(
        WorkbenchSource workbench,
        PrintStream out,
        PrintStream err,
        Path folder,
        boolean interactive,
        StopSignal stop,
        List<String> programArguments) {
    Shell {
        programArguments = List.copyOf(programArguments);
    }

    Paint paint() {
        return new Paint(interactive);
    }
}
