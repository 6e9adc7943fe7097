package dev.pareto.workbench;

import dev.pareto.program.Variant;
import dev.pareto.source.LineUndo;
import dev.pareto.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the whole without one of its steps.
final class WithoutStep {
    private static final Pattern IMPORT =
            Pattern.compile("(?:from\\s+\\S+\\s+)?import\\s+(?<names>[^#]+)");
    private static final Pattern NAME =
            Pattern.compile("[^\\W\\d]\\w*", Pattern.UNICODE_CHARACTER_CLASS);

    private final Sources sources;

    WithoutStep(Sources sources) {
        this.sources = sources;
    }

    /// A variant that no table shows.
    ///
    /// @param before and after: the step; @param whole grew out of `after`
    /// @return empty where a later step changed the same lines
    Optional<Variant> of(Variant before, Variant after, Variant whole) throws ProblemException {
        Map<String, String> changes = new TreeMap<>(whole.changes());
        for (String path : sources.difference(before, after).after().keySet()) {
            Optional<SourceText> original = sources.text(before, path);
            SourceText changed = sources.text(after, path).orElseThrow();
            SourceText later = sources.text(whole, path).orElseThrow();
            Optional<String> text =
                    original.isEmpty() ? Optional.empty() : undone(original.get(), changed, later);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            changes.put(path, text.get());
        }
        return Optional.of(
                new Variant(
                        whole.id() + "-without-" + after.id(),
                        whole.name() + " without " + after.name(),
                        whole.id(),
                        Variant.Origin.EDIT,
                        changes));
    }

    /// A later step may use what this one imported: such an import stays.
    private static Optional<String> undone(
            SourceText original, SourceText changed, SourceText later) {
        Optional<String> plain = LineUndo.of(original, changed, later, _ -> false);
        if (plain.isEmpty()) {
            return plain;
        }
        List<String> used = new ArrayList<>();
        Matcher names = NAME.matcher(plain.get());
        while (names.find()) {
            used.add(names.group());
        }
        return LineUndo.of(
                original, changed, later, line -> imported(line).stream().anyMatch(used::contains));
    }

    private static List<String> imported(String line) {
        Matcher matcher = IMPORT.matcher(line.strip());
        List<String> bound = new ArrayList<>();
        if (matcher.matches()) {
            for (String one : matcher.group("names").split(",", -1)) {
                String[] words = one.strip().split("\\s+as\\s+", -1);
                Matcher name = NAME.matcher(words[words.length - 1]);
                if (name.find()) {
                    bound.add(name.group());
                }
            }
        }
        return bound;
    }
}
