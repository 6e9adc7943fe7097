package dev.pareto.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds what is coloured in Python source. It never fails: what is not finished ends with its
/// line, or with the text.
final class PythonLexer {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "False",
                    "None",
                    "True",
                    "and",
                    "as",
                    "assert",
                    "async",
                    "await",
                    "break",
                    "class",
                    "continue",
                    "def",
                    "del",
                    "elif",
                    "else",
                    "except",
                    "finally",
                    "for",
                    "from",
                    "global",
                    "if",
                    "import",
                    "in",
                    "is",
                    "lambda",
                    "nonlocal",
                    "not",
                    "or",
                    "pass",
                    "raise",
                    "return",
                    "try",
                    "while",
                    "with",
                    "yield");
    private static final Set<String> PREFIXES =
            Set.of("r", "b", "u", "f", "t", "rb", "br", "rf", "fr", "rt", "tr");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean naming;

    private PythonLexer(String text) {
        this.text = text;
    }

    /// What a piece of source is.
    enum Kind {
        KEYWORD,
        STRING,
        COMMENT,
        NUMBER,
        /// The name that a `def` or `class` gives.
        NAME
    }

    /// A piece of source; offsets are UTF-16 units in the whole text.
    record Token(Kind kind, int start, int end) {}

    /// All tokens, in their order; what is not coloured is left out.
    static List<Token> tokens(String text) {
        var lexer = new PythonLexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        int start = at;
        char c = text.charAt(at);
        if (c == '#') {
            skipLine();
            add(Kind.COMMENT, start);
        } else if (c == '"' || c == '\'') {
            string(start);
        } else if (Character.isDigit(c)) {
            at = endOfWord(at, true);
            add(Kind.NUMBER, start);
        } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            word(start);
        } else {
            at++;
        }
    }

    private void word(int start) {
        at = endOfWord(at, false);
        String word = text.substring(start, at);
        boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        if (quoted && PREFIXES.contains(word.toLowerCase(Locale.ROOT))) {
            string(start);
        } else if (KEYWORDS.contains(word)) {
            add(Kind.KEYWORD, start);
            naming = word.equals("def") || word.equals("class");
        } else if (naming) {
            add(Kind.NAME, start);
            naming = false;
        }
    }

    private int endOfWord(int from, boolean number) {
        int end = from;
        while (end < text.length()
                && (Character.isUnicodeIdentifierPart(text.charAt(end))
                        || (number && text.charAt(end) == '.'))) {
            end++;
        }
        return end;
    }

    /// Reads on from an opening quote; the token starts at its prefix.
    private void string(int start) {
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        at += isLong ? 3 : 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at = Math.min(text.length(), at + 2);
            } else if (isLong ? text.startsWith(three, at) : c == quote) {
                at += isLong ? 3 : 1;
                break;
            } else if (!isLong && (c == '\n' || c == '\r')) {
                break;
            } else {
                at++;
            }
        }
        add(Kind.STRING, start);
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void add(Kind kind, int start) {
        tokens.add(new Token(kind, start, at));
    }
}
