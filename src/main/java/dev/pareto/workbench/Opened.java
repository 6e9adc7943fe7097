package dev.pareto.workbench;

import dev.pareto.program.Target;

import java.nio.file.Path;
import java.util.List;

/// What came of opening.
public sealed interface Opened {
    /// The program is open. The caller closes it.
    record Ready(Session session) implements Opened {}

    /// The folder has several entries, and the user must say which is meant: open the chosen one
    /// with [Opening#of(Path, Target)].
    ///
    /// @param entries likeliest first
    record Choice(Path root, List<Target> entries) implements Opened {
        public Choice {
            entries = List.copyOf(entries);
        }
    }
}
