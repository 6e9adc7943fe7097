package dev.pareto.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What `pyvenv.cfg` says of a virtual environment (made by venv, virtualenv, uv, …). Only read:
/// nothing in the environment is executed.
///
/// @param folder the environment
record PyvenvConfig(Path folder, Map<String, String> values) {
    private static final long MOST_BYTES = 65_536;

    /// The environment that an interpreter belongs to; empty when to none.
    static Optional<PyvenvConfig> of(Path executable) {
        Path bin = executable.toAbsolutePath().getParent();
        return bin == null || bin.getParent() == null ? Optional.empty() : read(bin.getParent());
    }

    /// Empty where the folder is no environment.
    static Optional<PyvenvConfig> read(Path folder) {
        Path file = folder.resolve("pyvenv.cfg");
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            var values = new HashMap<String, String>();
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(
                            line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                            line.substring(equals + 1).strip());
                }
            }
            return Optional.of(new PyvenvConfig(folder, Map.copyOf(values)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The environment's own interpreter, where it has one.
    Optional<Path> executable() {
        return Stream.of("bin/python", "bin/python3", "Scripts/python.exe")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// The interpreters that it may have been made from, the likeliest first. They exist; whether
    /// they are to be trusted, the caller decides.
    List<Path> bases() {
        var names = new ArrayList<String>();
        Stream.of("executable", "base-executable")
                .map(values::get)
                .filter(name -> name != null)
                .forEach(names::add);
        String home = values.get("home");
        if (home != null) {
            minor().ifPresent(minor -> names.add(home + "/python3." + minor));
            Stream.of("python3", "python", "python.exe").forEach(n -> names.add(home + "/" + n));
        }
        return names.stream().flatMap(PyvenvConfig::path).filter(Files::isRegularFile).toList();
    }

    /// Whether it also sees the packages of its base.
    boolean seesSystemPackages() {
        return values.getOrDefault("include-system-site-packages", "").equalsIgnoreCase("true");
    }

    /// 11 of "3.11.7", or of virtualenv's "3.11.7.final.0".
    private Optional<String> minor() {
        return Stream.of("version", "version_info")
                .map(values::get)
                .filter(version -> version != null && version.matches("3\\.\\d+\\..*"))
                .map(version -> version.split("\\.", 3)[1])
                .findFirst();
    }

    /// Absolute paths of this machine alone: a share on the network (`\\host\…`) would execute what
    /// somebody else put there.
    private static Stream<Path> path(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() && !text.startsWith("\\\\") && !text.startsWith("//")
                    ? Stream.of(path)
                    : Stream.empty();
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
