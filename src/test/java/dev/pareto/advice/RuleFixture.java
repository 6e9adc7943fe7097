package dev.pareto.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.source.SourceReading;
import dev.pareto.source.SourceText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One program that a rule must change in one way, or must leave alone.
///
/// A folder: `before.py` and `after.py`, or `unchanged.py`; other modules, `NAME.after.py` beside
/// those that change too; `case.json` with `inputs` (arguments, at least three), `reason` (part of
/// the refusal's; empty where nothing is to be said), `title`, `interpreters` ("all"), `conditions`
/// ("whole": the rule is about an `if`, whose condition a layout must not add to). Hot lines end
/// with `# hot`.
///
/// @param before all files, the main one first; @param after the changed files' texts by path,
///   empty where nothing is to be offered
record RuleFixture(
        String rule,
        String name,
        List<SourceText> before,
        Map<String, String> after,
        List<List<String>> inputs,
        Optional<String> reason,
        Optional<String> title,
        boolean onAllInterpreters,
        boolean isAboutConditions) {
    static final Path ALL = Path.of("src/test/fixtures/advice");
    static final String MAIN = "main.py";

    static List<RuleFixture> all() throws IOException {
        List<RuleFixture> found = new ArrayList<>();
        try (var cases = Files.walk(ALL, 2)) {
            for (Path file : cases.sorted().toList()) {
                if (Files.isRegularFile(file.resolve("case.json"))) {
                    found.add(read(file));
                }
            }
        }
        return found;
    }

    boolean isOffered() {
        return !after.isEmpty();
    }

    private static RuleFixture read(Path folder) throws IOException {
        Map<String, SourceText> sources = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".py")).toList()) {
                String name = file.getFileName().toString();
                var reading = SourceText.read(name, Files.readAllBytes(file));
                sources.put(name, ((SourceReading.Decoded) reading).source());
            }
        }
        List<SourceText> before = new ArrayList<>();
        Map<String, String> after = new TreeMap<>();
        sources.forEach(
                (name, source) -> {
                    switch (name) {
                        case "before.py", "unchanged.py" -> before.addFirst(renamed(source));
                        case "after.py" -> after.put(MAIN, source.text());
                        case String other when other.endsWith(".after.py") ->
                                after.put(other.replace(".after.py", ".py"), source.text());
                        default -> before.add(source);
                    }
                });
        JsonNode settings = new ObjectMapper().readTree(folder.resolve("case.json").toFile());
        List<List<String>> inputs = new ArrayList<>();
        settings.path("inputs").forEach(it -> inputs.add(List.of(it.asText().split(" "))));
        return new RuleFixture(
                ALL.relativize(folder).getName(0).toString(),
                folder.getFileName().toString(),
                before,
                after,
                inputs,
                text(settings, "reason"),
                text(settings, "title"),
                settings.path("interpreters").asText().equals("all"),
                settings.path("conditions").asText().equals("whole"));
    }

    private static SourceText renamed(SourceText source) {
        var reading = SourceText.read(MAIN, source.bytes());
        return ((SourceReading.Decoded) reading).source();
    }

    private static Optional<String> text(JsonNode settings, String field) {
        return Optional.ofNullable(settings.get(field)).map(JsonNode::asText);
    }
}
