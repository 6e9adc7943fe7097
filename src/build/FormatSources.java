import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs google-java-format over all Java files below `src`: the formatter takes file names, not
/// folders. The arguments are the formatter's own (`--replace`, or `--dry-run`).
///
/// Started as a source file by `mvn exec:exec@format` and by the check in `mvn verify`.
final class FormatSources {
    private FormatSources() {}

    public static void main(String[] options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--aosp");
        // Reflowing indents by other rules than formatting: the check would refuse what it made.
        arguments.add("--skip-reflowing-long-strings");
        try (var files = Files.walk(Path.of("src"))) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .sorted()
                    .forEach(arguments::add);
        }
        Main.main(arguments.toArray(String[]::new));
    }
}
