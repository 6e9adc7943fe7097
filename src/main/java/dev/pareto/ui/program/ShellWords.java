package dev.pareto.ui.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Arguments in one line of text, quoted as in a POSIX shell: space separates, `'…'` is literal, in
/// `"…"` a backslash keeps `"`, `\`, `$` and backquote, outside of quotes it keeps any character.
/// Nothing is expanded.
sealed interface ShellWords {
    /// The arguments.
    record Words(List<String> words) implements ShellWords {
        public Words {
            words = List.copyOf(words);
        }
    }

    /// A quote that is never closed, or a backslash with nothing behind it.
    ///
    /// @param mark the character; @param position of it, from 1
    record Unfinished(char mark, int position) implements ShellWords {}

    static ShellWords split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (c == '\'' || c == '"') {
                int end = quoted(line, i, word);
                if (end < 0) {
                    return new Unfinished(c, i + 1);
                }
                i = end;
            } else if (c == '\\') {
                if (i + 1 == line.length()) {
                    return new Unfinished(c, i + 1);
                }
                word.append(line.charAt(++i));
            } else {
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return new Words(words);
    }

    /// Reads a quoted part.
    ///
    /// @return where its closing quote is; -1 where there is none
    private static int quoted(String line, int start, StringBuilder word) {
        char quote = line.charAt(start);
        for (int i = start + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == quote) {
                return i;
            }
            boolean keeps =
                    quote == '"'
                            && c == '\\'
                            && i + 1 < line.length()
                            && "\"\\$`".indexOf(line.charAt(i + 1)) >= 0;
            word.append(keeps ? line.charAt(++i) : c);
        }
        return -1;
    }

    /// The line that splits into these words.
    static String join(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String word) {
        return word.matches("[\\w@%+=:,./{}\\[\\]^~-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
