package dev.pareto.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LessonReaderTest {
    private final LessonReader reader = new LessonReader();

    @Test
    void readsTheShippedPackInItsOrder() throws LessonException {
        assertEquals(
                List.of("02-hotspot", "05-containers", "09-stream"),
                reader.pack(Path.of("lessons")).stream().map(Lesson::id).toList());
    }

    @Test
    void marksSizeAndSeedAmongTheArguments() throws LessonException {
        Lesson lesson = reader.lesson(Path.of("lessons/05-containers"));
        assertEquals(List.of("12000", "7"), lesson.inputs().getFirst().texts());
        assertEquals(12000L, lesson.inputs().getFirst().size().orElseThrow());
        assertEquals(7L, lesson.inputs().getFirst().seed().orElseThrow());
    }

    @Test
    void refusesAProgramOutsideOfItsFolder(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("lesson.json"),
                "{\"title\": \"x\", \"program\": \"../../etc/passwd\"}");
        LessonException refused = assertThrows(LessonException.class, () -> reader.lesson(folder));
        assertEquals(
                "The lesson in "
                        + folder
                        + " names a path outside of its folder: ../../etc/passwd.",
                refused.getMessage());
    }

    @Test
    void saysWhichFieldIsMissing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("lesson.json"), "{\"title\": \"x\"}");
        LessonException refused = assertThrows(LessonException.class, () -> reader.lesson(folder));
        assertEquals(
                "lesson.json in " + folder + " has no text \"program\".", refused.getMessage());
    }

    @Test
    void saysThatAFileIsNotJson(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("lesson.json"), "{");
        LessonException refused = assertThrows(LessonException.class, () -> reader.lesson(folder));
        assertEquals(
                folder.resolve("lesson.json") + " is not valid JSON",
                String.valueOf(refused.getMessage()).split(":", -1)[0]);
    }
}
