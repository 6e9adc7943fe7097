package dev.pareto.workbench;

import dev.pareto.program.Interpreter;
import dev.pareto.python.Interpreters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Chooses the interpreter of a program: the one asked for, the one used last time, the program's
/// own environment, the newest of the machine.
record Choosing(Interpreters interpreters, Path root) {
    Interpreter interpreter(Opening opening, Optional<ProgramState> before)
            throws ProblemException, InterruptedException {
        Path asked = opening.python();
        if (asked != null) {
            return at(asked);
        }
        if (before.isPresent()) {
            Optional<Interpreter> last = interpreters.at(Path.of(before.get().python()), root);
            if (last.isPresent()) {
                return last.get();
            }
        }
        return all().stream().findFirst().orElseThrow(Choosing::noPython);
    }

    static ProblemException noPython() {
        return Problems.missing(
                "No Python was found on this machine.",
                "Programs run in CPython 3.10 to 3.14, which Pareto does not bring with it.",
                "Install Python from python.org or by your system's packages, then start Pareto"
                        + " again.");
    }

    /// The one that the user named.
    Interpreter at(Path asked) throws ProblemException, InterruptedException {
        return interpreters
                .at(asked.toAbsolutePath(), root)
                .orElseThrow(
                        () ->
                                Problems.missing(
                                        asked + " is no Python that Pareto works with.",
                                        "It needs CPython 3.10 to 3.14.",
                                        "Name the executable itself (bin/python); pareto doctor"
                                                + " lists those found."));
    }

    /// The program's own environments first.
    List<Interpreter> all() throws InterruptedException {
        return Stream.concat(
                        interpreters.inside(root).stream(), interpreters.onThisMachine().stream())
                .distinct()
                .toList();
    }
}
