package dev.pareto.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What installed packages say of code that lies elsewhere: `.pth` files, and the finders that
/// setuptools writes for editable installs. Read as text, never executed.
final class EditableInstalls {
    private static final long MOST_BYTES = 1_000_000;
    private static final Pattern MAPPING =
            Pattern.compile("^MAPPING\\b[^=\\n]*=\\s*\\{(.*)\\}", Pattern.MULTILINE);
    private static final Pattern PAIR =
            Pattern.compile("(['\"])([\\w.]+)\\1\\s*:\\s*(['\"])((?:\\\\.|(?!\\3).)*)\\3");

    private EditableInstalls() {}

    /// A place from which code is imported.
    sealed interface Source {
        /// A folder that is searched for modules.
        record Searched(Path folder) implements Source {}

        /// One package or module by its name; the module without `.py` or with it.
        record Named(String name, Path place) implements Source {}
    }

    /// All that the folder with installed packages names, in the order in which Python would read.
    static List<Source> in(Path sitePackages) {
        var sources = new ArrayList<Source>();
        try (var files = Files.list(sitePackages)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".pth")) {
                    read(file)
                            .lines()
                            .flatMap(l -> searched(sitePackages, l))
                            .forEach(sources::add);
                } else if (name.startsWith("__editable__") && name.endsWith("finder.py")) {
                    named(read(file)).forEach(sources::add);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // An interpreter that cannot read it imports nothing from it either.
        }
        return sources;
    }

    private static Stream<Source> searched(Path sitePackages, String line) {
        boolean isCode = line.startsWith("import ") || line.startsWith("import\t");
        return isCode || line.isBlank() || line.startsWith("#")
                ? Stream.empty()
                : path(line.strip())
                        .map(path -> new Source.Searched(sitePackages.resolve(path).normalize()))
                        .map(Source.class::cast)
                        .stream();
    }

    private static List<Source> named(String finder) {
        var sources = new ArrayList<Source>();
        Matcher mapping = MAPPING.matcher(finder);
        if (mapping.find()) {
            Matcher pair = PAIR.matcher(mapping.group(1));
            while (pair.find()) {
                String name = pair.group(2);
                path(unescaped(pair.group(4)))
                        .ifPresent(place -> sources.add(new Source.Named(name, place)));
            }
        }
        return sources;
    }

    private static String unescaped(String literal) {
        return literal.replaceAll("\\\\(.)", "$1");
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return "";
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
