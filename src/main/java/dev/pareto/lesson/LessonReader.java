package dev.pareto.lesson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Stdin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads lessons from their folders. Plain files, nothing is executed; a path that leaves the
/// lesson's folder is refused.
public final class LessonReader {
    private final ObjectMapper mapper = new ObjectMapper();

    /// The lessons of a pack, in the order that its `pack.json` gives.
    ///
    /// @throws LessonException when the pack or one of its lessons cannot be read; the message says
    ///   where and why
    public List<Lesson> pack(Path folder) throws LessonException {
        List<Lesson> lessons = new ArrayList<>();
        for (JsonNode id : json(folder.resolve("pack.json")).path("lessons")) {
            lessons.add(lesson(inside(folder, id.asText())));
        }
        return lessons;
    }

    /// One lesson.
    ///
    /// @throws LessonException when a file is missing or is not as the format says
    public Lesson lesson(Path folder) throws LessonException {
        JsonNode json = json(folder.resolve("lesson.json"));
        String program = text(json, "program", folder);
        if (!Files.isRegularFile(inside(folder, program))) {
            throw new LessonException(
                    "The lesson in "
                            + folder
                            + " names the program "
                            + program
                            + ", which is not there.");
        }
        return new Lesson(
                folder.getFileName().toString(),
                folder.toAbsolutePath().normalize(),
                text(json, "title", folder),
                json.path("level").asText("beginner"),
                json.path("minutes").asInt(20),
                strings(json.path("objectives")),
                strings(json.path("concepts")),
                program,
                List.of(input(json)),
                read(folder.resolve("text/en/intro.md")),
                tasks(folder, json),
                json.hasNonNull("hotspot")
                        ? Optional.of(json.get("hotspot").asText())
                        : Optional.empty());
    }

    /// The reference solutions of a lesson, by name: the files that each changes, path → text.
    ///
    /// @throws LessonException when one cannot be read
    public Map<String, Map<String, String>> references(Lesson lesson) throws LessonException {
        Map<String, Map<String, String>> references = new TreeMap<>();
        Path folder = lesson.folder().resolve("reference");
        if (!Files.isDirectory(folder)) {
            return references;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".py")).toList()) {
                Path path = folder.relativize(file);
                if (path.getNameCount() > 1) {
                    references
                            .computeIfAbsent(path.getName(0).toString(), _ -> new TreeMap<>())
                            .put(
                                    path.subpath(1, path.getNameCount())
                                            .toString()
                                            .replace('\\', '/'),
                                    read(file));
                }
            }
        } catch (IOException e) {
            throw new LessonException(folder + " cannot be read.", e);
        }
        return references;
    }

    private static Input input(JsonNode json) {
        String size = first(json.path("sizes"), "1000");
        String seed = first(json.path("seeds"), "1");
        List<Argument> arguments = new ArrayList<>();
        for (String argument : strings(json.path("args"))) {
            arguments.add(
                    switch (argument) {
                        case "{n}" -> new Argument(size, Argument.Role.SIZE);
                        case "{seed}" -> new Argument(seed, Argument.Role.SEED);
                        default -> Argument.plain(argument);
                    });
        }
        return new Input("lesson", arguments, Stdin.EMPTY);
    }

    private static String first(JsonNode array, String otherwise) {
        return array.isEmpty() ? otherwise : array.get(0).asText();
    }

    private List<Lesson.Task> tasks(Path folder, JsonNode json) throws LessonException {
        List<Lesson.Task> tasks = new ArrayList<>();
        for (JsonNode task : json.path("tasks")) {
            String text =
                    task.hasNonNull("text")
                            ? read(inside(folder, "text/en/" + task.get("text").asText()))
                            : "";
            tasks.add(
                    new Lesson.Task(
                            text(task, "kind", folder),
                            text(task, "title", folder),
                            text,
                            strings(task.path("hints"))));
        }
        return tasks;
    }

    private JsonNode json(Path file) throws LessonException {
        try {
            return mapper.readTree(read(file));
        } catch (JsonProcessingException e) {
            throw new LessonException(
                    file + " is not valid JSON: " + e.getOriginalMessage() + ".", e);
        }
    }

    private static String read(Path file) throws LessonException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LessonException(
                    file + " cannot be read: it is missing or not UTF-8 text.", e);
        }
    }

    private static Path inside(Path folder, String relative) throws LessonException {
        Path path = folder.resolve(relative).normalize();
        if (!path.startsWith(folder.normalize())) {
            throw new LessonException(
                    "The lesson in "
                            + folder
                            + " names a path outside of its folder: "
                            + relative
                            + ".");
        }
        return path;
    }

    private static String text(JsonNode json, String field, Path folder) throws LessonException {
        if (!json.path(field).isTextual()) {
            throw new LessonException(
                    "lesson.json in " + folder + " has no text \"" + field + "\".");
        }
        return json.get(field).asText();
    }

    private static List<String> strings(JsonNode array) {
        return Stream.of(array).flatMap(JsonNode::valueStream).map(JsonNode::asText).toList();
    }
}
