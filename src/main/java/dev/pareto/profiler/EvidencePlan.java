package dev.pareto.profiler;

import dev.pareto.profile.CodeRange;
import dev.pareto.profile.Question;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The file that tells `evidence.py` where to look and where to write.
final class EvidencePlan {
    private EvidencePlan() {}

    /// The fields of the plan after the results file.
    static List<String> fields(Path root, int details, List<Question> questions) {
        return Stream.concat(
                        Stream.of(root.toString(), Integer.toString(details)),
                        questions.stream().flatMap(EvidencePlan::fields))
                .toList();
    }

    private static Stream<String> fields(Question question) {
        return switch (question) {
            case Question.Reached(var id, var place) -> fields("reached", id, place);
            case Question.Awaited(var id, var place) -> fields("awaited", id, place);
            case Question.Value(var id, var place) -> fields("value", id, place);
            case Question.Calls(var id, var place) -> fields("calls", id, place);
            case Question.Membership(var id, var place, var points) ->
                    fields("membership", id, place, points);
            case Question.Contents(var id, var place, var points) ->
                    fields("contents", id, place, points);
            case Question.Join(var id, var place, var points, var root, var key, var sought) ->
                    Stream.concat(fields("join", id, place, points), Stream.of(root, key, sought));
        };
    }

    private static Stream<String> fields(
            String kind, String id, CodeRange place, List<String> points) {
        return Stream.concat(
                fields(kind, id, place),
                Stream.concat(Stream.of(Integer.toString(points.size())), points.stream()));
    }

    private static Stream<String> fields(String kind, String id, CodeRange place) {
        return Stream.concat(
                Stream.of(kind, id, place.path()),
                Stream.of(place.line(), place.column(), place.endLine(), place.endColumn())
                        .map(number -> Integer.toString(number)));
    }
}
