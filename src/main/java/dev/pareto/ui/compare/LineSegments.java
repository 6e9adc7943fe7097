package dev.pareto.ui.compare;

import dev.pareto.source.DiffRow;
import dev.pareto.source.Span;
import dev.pareto.ui.compare.PythonLexer.Kind;
import dev.pareto.ui.compare.PythonLexer.Token;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Cuts the lines of one text where their colour or their mark changes.
final class LineSegments {
    private static final int TAB = 4;

    private final List<List<Token>> byLine = new ArrayList<>();

    LineSegments(String text) {
        List<Integer> starts = starts(text);
        starts.forEach(_ -> byLine.add(new ArrayList<>()));
        int line = 0;
        for (Token token : PythonLexer.tokens(text)) {
            while (line + 1 < starts.size() && starts.get(line + 1) <= token.start()) {
                line++;
            }
            for (int on = line; on < starts.size() && starts.get(on) < token.end(); on++) {
                int start = starts.get(on);
                byLine.get(on)
                        .add(
                                new Token(
                                        token.kind(),
                                        Math.max(0, token.start() - start),
                                        token.end() - start));
            }
        }
    }

    /// Where lines begin, by Python's rule.
    private static List<Integer> starts(String text) {
        var starts = new ArrayList<Integer>();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                starts.add(i + 1);
            }
        }
        return starts;
    }

    /// The pieces of a line, tabs drawn as spaces; none for an empty line.
    List<Segment> of(DiffRow.Side side) {
        String text = side.text();
        List<Token> tokens = side.line() <= byLine.size() ? byLine.get(side.line() - 1) : List.of();
        var cuts = new TreeSet<Integer>(List.of(0, text.length()));
        tokens.forEach(t -> cut(cuts, text, t.start(), t.end()));
        side.changed().forEach(s -> cut(cuts, text, s.start(), s.end()));
        var segments = new ArrayList<Segment>();
        int column = 0;
        for (int start : cuts.headSet(text.length())) {
            int end = cuts.higher(start);
            String shown = expanded(text.substring(start, end), column);
            column += shown.length();
            segments.add(new Segment(shown, kind(tokens, start), changed(side.changed(), start)));
        }
        return segments;
    }

    private static void cut(Set<Integer> cuts, String text, int start, int end) {
        cuts.add(Math.min(start, text.length()));
        cuts.add(Math.min(end, text.length()));
    }

    private static @Nullable Kind kind(List<Token> tokens, int at) {
        return tokens.stream()
                .filter(t -> t.start() <= at && at < t.end())
                .map(Token::kind)
                .findFirst()
                .orElse(null);
    }

    private static boolean changed(List<Span> spans, int at) {
        return spans.stream().anyMatch(s -> s.contains(at));
    }

    private static String expanded(String text, int column) {
        if (text.indexOf('\t') < 0) {
            return text;
        }
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                out.append(" ".repeat(TAB - (column + out.length()) % TAB));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
