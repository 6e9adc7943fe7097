package dev.pareto.program;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/// A Python interpreter on this machine.
///
/// @param executable what a run starts; inside an environment it is the environment's own `python`
/// @param base the interpreter that the environment was made from, or the executable itself; only
///   this one is executed before the first Run
/// @param version as in "3.13.0"
/// @param implementation as in "CPython"
/// @param environment the folder of the virtual environment; null where there is none
public record Interpreter(
        Path executable,
        Path base,
        String version,
        String implementation,
        @Nullable Path environment) {

    public Optional<Path> environmentFolder() {
        return Optional.ofNullable(environment);
    }

    /// 3.13.0 → 313, to compare versions.
    public int minor() {
        String[] parts = version.split("\\.", 3);
        return Integer.parseInt(parts[0]) * 100
                + Integer.parseInt(parts[1].replaceAll("\\D.*", ""));
    }

    /// For people: "CPython 3.13.0".
    public String label() {
        return implementation + " " + version;
    }
}
