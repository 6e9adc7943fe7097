package dev.pareto.exchange;

import dev.pareto.profile.CodeFile;
import dev.pareto.profile.CodeFile.Owner;

import java.util.regex.Pattern;

/// Tells whose code a file of another tool's profile is, by its name alone: which root it was
/// profiled under, nobody knows.
final class ImportedFiles {
    private static final Pattern LIBRARY =
            Pattern.compile(
                    "(?:^|.*[/\\\\])(?:site-packages|dist-packages|lib64|[Ll]ib[/\\\\]python3[^/\\\\]*)[/\\\\].*|<.*");

    private ImportedFiles() {}

    static CodeFile of(String name) {
        if (name.isEmpty() || name.equals("~")) {
            return new CodeFile("~", Owner.BUILTIN);
        }
        return new CodeFile(
                name.replace('\\', '/'),
                LIBRARY.matcher(name).matches() ? Owner.LIBRARY : Owner.OWN);
    }
}
