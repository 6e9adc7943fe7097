package dev.pareto.profiler;

import dev.pareto.profile.CodeRange;
import dev.pareto.profile.Question;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The file that tells `evidence.py` where to look and where to write.
final class EvidencePlan {
    private EvidencePlan() {}

    /// Fields which end with NUL each: no file name can hold it.
    static byte[] bytes(Path results, Path root, int details, List<Question> questions) {
        Stream<String> head =
                Stream.of(results.toString(), root.toString(), Integer.toString(details));
        StringBuilder text = new StringBuilder();
        Stream.concat(head, questions.stream().flatMap(EvidencePlan::fields))
                .forEach(field -> text.append(field).append('\0'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> fields(Question question) {
        return switch (question) {
            case Question.Reached(var id, var place) -> fields("reached", id, place);
            case Question.Membership(var id, var place, var points) ->
                    Stream.concat(
                            fields("membership", id, place),
                            Stream.concat(
                                    Stream.of(Integer.toString(points.size())), points.stream()));
        };
    }

    private static Stream<String> fields(String kind, String id, CodeRange place) {
        return Stream.concat(
                Stream.of(kind, id, place.path()),
                Stream.of(place.line(), place.column(), place.endLine(), place.endColumn())
                        .map(number -> Integer.toString(number)));
    }
}
