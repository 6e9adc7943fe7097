package dev.pareto.trial.output;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A piece of a line: an address, a date, a time of day, a number, a word, blanks, or one other
/// character. All pieces together are the line.
record Token(Kind kind, String text) {
    private static final Pattern PIECES =
            Pattern.compile(
                    "(?<address>0[xX][0-9a-fA-F]{5,})"
                            + "|(?<date>\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?"
                            + "(?:Z|[-+]\\d\\d:?\\d\\d)?)?|\\d{1,4}/\\d{1,2}/\\d{1,4})"
                            + "|(?<clock>\\d{1,3}:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?)"
                            + "|(?<number>(?:(?<![\\p{L}\\p{N}_.)\\]])[-+])?(?:\\d+(?:\\.\\d*)?|\\.\\d+)"
                            + "(?:[eE][-+]?\\d+)?)"
                            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
                            + "|(?<blank>\\s+)"
                            + "|(?<other>.)",
                    Pattern.DOTALL);

    /// What a piece looks like.
    enum Kind {
        ADDRESS,
        DATE,
        CLOCK,
        NUMBER,
        WORD,
        BLANK,
        OTHER
    }

    static List<Token> of(String line) {
        return PIECES.matcher(line).results().map(r -> new Token(kind(r), r.group())).toList();
    }

    /// Without blanks: columns move when a number gets longer.
    static List<Token> visible(String line) {
        return of(line).stream().filter(token -> token.kind != Kind.BLANK).toList();
    }

    private static Kind kind(MatchResult found) {
        for (Kind kind : Kind.values()) {
            if (found.group(kind.name().toLowerCase(java.util.Locale.ROOT)) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("every character is a piece: " + found.group());
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /// The value of a number.
    double value() {
        return Double.parseDouble(text);
    }
}
