package dev.pareto.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds the root of a program.
final class Roots {
    private static final List<String> MARKS =
            List.of("pyproject.toml", "setup.py", "setup.cfg", ".git");

    private Roots() {}

    /// The nearest folder upwards with a project's marks, else the folder itself.
    ///
    /// @param home never a root unless the program lies right in it: many keep a `.git` there
    static Path of(Path folder, Path home) {
        for (Path one = folder; one != null; one = one.getParent()) {
            if (one.equals(home) || one.getParent() == null) {
                return folder;
            }
            if (MARKS.stream().map(one::resolve).anyMatch(Files::exists)) {
                return one;
            }
        }
        return folder;
    }
}
