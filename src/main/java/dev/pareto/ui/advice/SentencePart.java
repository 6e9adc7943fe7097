package dev.pareto.ui.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A piece of a sentence about what was observed.
sealed interface SentencePart {
    String text();

    record Plain(String text) implements SentencePart {}

    /// A figure, or what was observed: to be seen at a glance.
    record Figure(String text) implements SentencePart {}

    record Code(String text) implements SentencePart {}

    /// The number of a line, which leads there.
    record Line(String text, int line) implements SentencePart {}

    /// Takes a sentence apart. Code stands between backquotes; `seen` are words that were observed,
    /// as "list".
    static List<SentencePart> of(String sentence, Collection<String> seen) {
        Matcher matcher = pattern(seen).matcher(sentence);
        var parts = new ArrayList<SentencePart>();
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                parts.add(new Plain(sentence.substring(at, matcher.start())));
            }
            parts.add(part(matcher));
            at = matcher.end();
        }
        if (at < sentence.length()) {
            parts.add(new Plain(sentence.substring(at)));
        }
        return List.copyOf(parts);
    }

    private static SentencePart part(Matcher matcher) {
        String code = matcher.group("code");
        if (code != null) {
            return new Code(code);
        }
        String line = matcher.group("line");
        return line == null ? new Figure(matcher.group()) : new Line(line, Integer.parseInt(line));
    }

    private static Pattern pattern(Collection<String> seen) {
        String words =
                seen.stream()
                        .filter(word -> word.matches("\\w+"))
                        .map(word -> "|\\b" + Pattern.quote(word) + "\\b")
                        .collect(Collectors.joining());
        return Pattern.compile(
                "`(?<code>[^`]+)`"
                        + "|(?<=\\b[Ll]ine )(?<line>\\d{1,9})\\b"
                        + "|(?:about )?(?<![\\w.,])\\d[\\d,]*(?:\\.\\d+)?(?:–\\d[\\d,]*(?:\\.\\d+)?)?"
                        + "(?: ?(?:%|×|(?:ns|µs|ms|s|min|h|B|kB|MB|GB)\\b))?(?!\\w)"
                        + words);
    }
}
