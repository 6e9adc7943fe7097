package dev.pareto.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds which removed line became which added one, within one change.
///
/// Lines that are alike are paired so that the sum of their likeness is greatest and no two pairs
/// cross (the alignment of Needleman and Wunsch, with no price for gaps).
final class LinePairs {
    /// Less alike are two lines, not one that changed.
    private static final double ALIKE = 0.5;

    /// Above it a change is a rewrite, whose lines nobody compares one by one.
    private static final int MOST_COMPARISONS = 40_000;

    /// Indices in the two lists.
    record Pair(int left, int right) {}

    private LinePairs() {}

    static List<Pair> of(List<String> left, List<String> right) {
        if ((long) left.size() * right.size() > MOST_COMPARISONS) {
            return List.of();
        }
        double[][] likeness = likeness(left, right);
        double[][] best = new double[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                double paired = likeness[i][j] + best[i + 1][j + 1];
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (likeness[i][j] > 0 && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                pairs.add(new Pair(i++, j++));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    private static double[][] likeness(List<String> left, List<String> right) {
        List<Map<String, Integer>> rightWords = right.stream().map(LinePairs::words).toList();
        double[][] likeness = new double[left.size()][right.size()];
        for (int i = 0; i < left.size(); i++) {
            Map<String, Integer> words = words(left.get(i));
            for (int j = 0; j < right.size(); j++) {
                double share = share(words, rightWords.get(j));
                likeness[i][j] = share < ALIKE ? 0 : share;
            }
        }
        return likeness;
    }

    /// The words that both have, of all that they have (Dice's coefficient), space left out.
    private static double share(Map<String, Integer> one, Map<String, Integer> other) {
        int common = 0;
        for (Map.Entry<String, Integer> word : one.entrySet()) {
            common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
        }
        int all = count(one) + count(other);
        return all == 0 ? 1 : 2.0 * common / all;
    }

    private static Map<String, Integer> words(String line) {
        Map<String, Integer> words = new HashMap<>();
        WordDiff.words(line).stream()
                .filter(word -> !word.isBlank())
                .forEach(word -> words.merge(word, 1, Integer::sum));
        return words;
    }

    private static int count(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }
}
