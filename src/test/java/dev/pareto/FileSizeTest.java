package dev.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// No file grows beyond what one can read in a sitting.
class FileSizeTest {
    private static final int MOST_LINES = 400;

    @Test
    void noFileIsLongerThan400Lines() throws IOException {
        var tooLong = new TreeMap<Path, Integer>();
        for (var top : List.of(Path.of("src"), Path.of("lessons"))) {
            if (Files.isDirectory(top)) {
                try (var files = Files.walk(top)) {
                    for (var file : files.filter(FileSizeTest::isRead).toList()) {
                        // Some fixtures are no UTF-8; line ends are the same in both.
                        int lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1).size();
                        if (lines > MOST_LINES) {
                            tooLong.put(file, lines);
                        }
                    }
                }
            }
        }
        assertEquals(new TreeMap<>(), tooLong);
    }

    private static boolean isRead(Path file) {
        return file.toString().matches(".*\\.(java|py|fxml|css)") && Files.isRegularFile(file);
    }
}
