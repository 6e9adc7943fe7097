package dev.pareto.ui.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class ControlNamesTest {
    /// What a person reads, in the use cases: a text with an option of the command line.
    private static final Pattern OPTION = Pattern.compile("\"([^\"]*--[a-z][^\"]*)\"");

    @Test
    void namesTheWindowsControl() {
        assertEquals(
                "Try a smaller input, or allow more memory (under More in the program bar).",
                ControlNames.of("Try a smaller input, or allow more memory (--memory)."));
    }

    @Test
    void noTextOfTheUseCasesKeepsAnOption() throws IOException {
        Path room = Path.of("src/main/java/dev/pareto/workbench");
        try (Stream<Path> files = Files.list(room)) {
            List<String> left =
                    files.map(ControlNamesTest::text)
                            // One text may be cut over lines.
                            .map(text -> text.replaceAll("\"\\s*\\+\\s*\"", ""))
                            .flatMap(text -> OPTION.matcher(text).results())
                            .map(found -> ControlNames.of(found.group(1)))
                            .filter(text -> text.matches(".*(^|[ (])--[a-z].*"))
                            .toList();
            assertEquals(List.of(), left);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
