package dev.pareto.source;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Which words of two lines differ.
///
/// @param left spans in the left line, none touching another
/// @param right spans in the right line
record WordDiff(List<Span> left, List<Span> right) {
    private static final Pattern WORD =
            Pattern.compile("\\w+|\\s+|.", Pattern.UNICODE_CHARACTER_CLASS);

    static WordDiff of(String left, String right) {
        List<String> leftWords = words(left);
        List<String> rightWords = words(right);
        WordDiff found = new WordDiff(new ArrayList<>(), new ArrayList<>());
        for (AbstractDelta<String> delta : Changes.between(leftWords, rightWords).getDeltas()) {
            add(delta.getSource(), leftWords, found.left);
            add(delta.getTarget(), rightWords, found.right);
        }
        return found;
    }

    static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    private static void add(Chunk<String> chunk, List<String> words, List<Span> spans) {
        int start = length(words.subList(0, chunk.getPosition()));
        int length = length(chunk.getLines());
        if (length > 0) {
            spans.add(new Span(start, start + length));
        }
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }
}
