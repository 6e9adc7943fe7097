package dev.pareto.python;

import dev.pareto.program.Interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an interpreter's installed packages lie, by the customs of each system; nothing is
/// executed to find out.
final class SitePackages {
    private SitePackages() {}

    /// The folders that exist, in the order in which they are searched.
    ///
    /// @param variables the user's environment, for the place of packages installed for one user
    static List<Path> of(Interpreter interpreter, Map<String, String> variables) {
        var folders = new ArrayList<Path>();
        boolean seesSystem = true;
        Path environment = interpreter.environment();
        if (environment != null) {
            below(environment, interpreter, folders);
            seesSystem =
                    PyvenvConfig.read(environment)
                            .map(PyvenvConfig::seesSystemPackages)
                            .orElse(false);
        }
        if (seesSystem) {
            user(interpreter, variables).ifPresent(folders::add);
            prefix(interpreter.base()).ifPresent(prefix -> below(prefix, interpreter, folders));
        }
        return new LinkedHashSet<>(folders).stream().filter(Files::isDirectory).toList();
    }

    private static void below(Path prefix, Interpreter interpreter, List<Path> folders) {
        String python = "python" + minor(interpreter);
        folders.add(prefix.resolve("local/lib").resolve(python).resolve("dist-packages"));
        for (String lib : List.of("lib", "lib64")) {
            folders.add(prefix.resolve(lib).resolve(python).resolve("site-packages"));
        }
        folders.add(prefix.resolve("lib/python3/dist-packages"));
        folders.add(prefix.resolve("Lib").resolve("site-packages"));
    }

    private static Optional<Path> user(Interpreter interpreter, Map<String, String> variables) {
        String home = variables.getOrDefault("HOME", "");
        String base =
                variables.getOrDefault("PYTHONUSERBASE", home.isBlank() ? "" : home + "/.local");
        return base.isBlank() || !variables.getOrDefault("PYTHONNOUSERSITE", "").isEmpty()
                ? Optional.empty()
                : Optional.of(Path.of(base, "lib", "python" + minor(interpreter), "site-packages"));
    }

    /// `/usr` of `/usr/bin/python3.11`.
    private static Optional<Path> prefix(Path base) {
        try {
            Path folder = base.toRealPath().resolveSibling("");
            return Optional.ofNullable(folder.endsWith("bin") ? folder.getParent() : folder);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String minor(Interpreter interpreter) {
        return interpreter.minor() / 100 + "." + interpreter.minor() % 100;
    }
}
