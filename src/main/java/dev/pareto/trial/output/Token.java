package dev.pareto.trial.output;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A piece of a line: a number, a word, blanks, or one other character. All pieces together are the
/// line.
record Token(Kind kind, String text) {
    private static final Pattern PIECES =
            Pattern.compile(
                    "(?<address>0[xX][0-9a-fA-F]{5,})"
                            + "|(?<number>(?:(?<![\\w.)\\]])[-+])?(?:\\d+(?:\\.\\d*)?|\\.\\d+)"
                            + "(?:[eE][-+]?\\d+)?)"
                            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
                            + "|(?<blank>\\s+)"
                            + "|(?<other>.)",
                    Pattern.DOTALL);

    /// What a piece looks like.
    enum Kind {
        ADDRESS,
        NUMBER,
        WORD,
        BLANK,
        OTHER
    }

    static List<Token> of(String line) {
        return PIECES.matcher(line).results().map(r -> new Token(kind(r), r.group())).toList();
    }

    private static Kind kind(MatchResult found) {
        if (found.group("address") != null) {
            return Kind.ADDRESS;
        }
        if (found.group("number") != null) {
            return Kind.NUMBER;
        }
        if (found.group("word") != null) {
            return Kind.WORD;
        }
        return found.group("blank") != null ? Kind.BLANK : Kind.OTHER;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /// The value of a number.
    double value() {
        return Double.parseDouble(text);
    }
}
