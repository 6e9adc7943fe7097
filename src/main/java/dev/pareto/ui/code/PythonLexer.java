package dev.pareto.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits one line of Python into what has a colour. Any text will do: what is not finished yet is
/// coloured as far as it goes, and a line begins as the line before it ended.
final class PythonLexer {
    /// A coloured piece of the line.
    record Token(int start, int end, TokenKind kind) {}

    /// The pieces of a line, and how it ends.
    record Line(List<Token> tokens, LexState end) {}

    /// A longer line is data, not code that anyone reads; it stays plain from here on.
    private static final int MOST_CHARACTERS = 4000;

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

    private static final Set<String> BUILTINS =
            Set.of(
                    "abs",
                    "all",
                    "any",
                    "bool",
                    "bytearray",
                    "bytes",
                    "callable",
                    "chr",
                    "dict",
                    "dir",
                    "divmod",
                    "enumerate",
                    "eval",
                    "exec",
                    "filter",
                    "float",
                    "format",
                    "frozenset",
                    "getattr",
                    "hasattr",
                    "hash",
                    "hex",
                    "id",
                    "input",
                    "int",
                    "isinstance",
                    "issubclass",
                    "iter",
                    "len",
                    "list",
                    "map",
                    "max",
                    "min",
                    "next",
                    "object",
                    "open",
                    "ord",
                    "pow",
                    "print",
                    "property",
                    "range",
                    "repr",
                    "reversed",
                    "round",
                    "set",
                    "setattr",
                    "slice",
                    "sorted",
                    "str",
                    "sum",
                    "super",
                    "tuple",
                    "type",
                    "vars",
                    "zip");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "0[xX][0-9a-fA-F_]*|0[bB][01_]*|0[oO][0-7_]*"
                            + "|(?:[0-9][0-9_]*\\.?[0-9_]*|\\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?[jJ]?");
    private static final Pattern STRING_START =
            Pattern.compile("(?i:[rbuft]|[rbft]{2})?('''|\"\"\"|'|\")");
    private static final Pattern SOFT_KEYWORD =
            Pattern.compile("\\s*(match|case|type)\\s+[^\\s=.,):\\]].*");

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private String word = "";

    private PythonLexer(String line) {
        this.line = line;
    }

    static Line lex(String line, LexState start) {
        var lexer = new PythonLexer(line);
        LexState end = lexer.run(start);
        return new Line(lexer.tokens, end);
    }

    private LexState run(LexState start) {
        LexState state = start == LexState.CODE ? start : string(0, start);
        int softEnd = state == LexState.CODE && at == 0 ? softKeyword() : -1;
        while (state == LexState.CODE && at < line.length()) {
            if (at > MOST_CHARACTERS) {
                return LexState.CODE;
            }
            state = next(softEnd);
        }
        return state;
    }

    private int softKeyword() {
        Matcher soft = SOFT_KEYWORD.matcher(line);
        return soft.matches() ? soft.end(1) : -1;
    }

    private LexState next(int softEnd) {
        char c = line.charAt(at);
        if (c == '#') {
            add(at, line.length(), TokenKind.COMMENT);
            return LexState.CODE;
        }
        Matcher string = matcher(STRING_START);
        if (string.lookingAt()) {
            int from = at;
            at = string.end();
            return string(from, LexState.of(string.group(1)));
        }
        if (Character.isDigit(c) || c == '.') {
            Matcher number = matcher(NUMBER);
            if (number.lookingAt()) {
                add(at, number.end(), TokenKind.NUMBER);
                return LexState.CODE;
            }
        }
        if (Character.isLetter(c) || c == '_') {
            word(softEnd);
        } else if (c == '@' && line.substring(0, at).isBlank()) {
            decorator();
        } else {
            word = Character.isWhitespace(c) ? word : String.valueOf(c);
            at++;
        }
        return LexState.CODE;
    }

    private void word(int softEnd) {
        Matcher matcher = matcher(WORD);
        if (!matcher.lookingAt()) {
            at++;
            return;
        }
        String before = word;
        word = matcher.group();
        if (before.equals("def") || before.equals("class")) {
            add(at, matcher.end(), TokenKind.NAME);
        } else if (KEYWORDS.contains(word) || matcher.end() == softEnd) {
            add(at, matcher.end(), TokenKind.KEYWORD);
        } else if (BUILTINS.contains(word) && !before.equals(".")) {
            add(at, matcher.end(), TokenKind.BUILTIN);
        } else {
            at = matcher.end();
        }
    }

    private void decorator() {
        int end = at + 1;
        while (end < line.length()
                && (Character.isJavaIdentifierPart(line.charAt(end)) || line.charAt(end) == '.')) {
            end++;
        }
        add(at, end, TokenKind.NAME);
    }

    /// The rest of a string from `at` on; what is quoted by a backslash does not end it, raw
    /// strings included.
    private LexState string(int from, LexState state) {
        while (at < line.length()) {
            if (line.charAt(at) == '\\') {
                if (at + 1 == line.length()) {
                    add(from, line.length(), TokenKind.STRING);
                    return state;
                }
                at += 2;
            } else if (line.startsWith(state.quote(), at)) {
                add(from, at + state.quote().length(), TokenKind.STRING);
                word = "\"";
                return LexState.CODE;
            } else {
                at++;
            }
        }
        add(from, line.length(), TokenKind.STRING);
        // A plain string ends with its line, finished or not, so that half a string being typed
        // does not colour the rest of the file.
        return state.isTriple() ? state : LexState.CODE;
    }

    private void add(int start, int end, TokenKind kind) {
        if (end > start) {
            tokens.add(new Token(start, end, kind));
        }
        at = end;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(line).region(at, line.length());
    }
}
