package dev.pareto.lesson;

import dev.pareto.program.Input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A lesson as it lies in its folder.
///
/// @param id the folder's name, as in "05-containers"
/// @param folder absolute
/// @param program the script, under the folder
/// @param inputs at least one; the first is the default
/// @param intro Markdown
/// @param tasks in order
/// @param hotspot where most of the time goes, "program.py:9"; empty when the lesson does not say
public record Lesson(
        String id,
        Path folder,
        String title,
        String level,
        int minutes,
        List<String> objectives,
        List<String> concepts,
        String program,
        List<Input> inputs,
        String intro,
        List<Task> tasks,
        Optional<String> hotspot) {
    public Lesson {
        objectives = List.copyOf(objectives);
        concepts = List.copyOf(concepts);
        inputs = List.copyOf(inputs);
        tasks = List.copyOf(tasks);
    }

    /// One thing to do.
    ///
    /// @param kind read, predict, quiz, hotspot, improve, memory, scaling or reflect
    /// @param hints revealed one at a time
    public record Task(String kind, String title, String text, List<String> hints) {
        public Task {
            hints = List.copyOf(hints);
        }
    }
}
