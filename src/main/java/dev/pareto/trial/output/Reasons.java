package dev.pareto.trial.output;

import java.math.BigDecimal;
import java.util.List;

/// Guesses why two lines differ.
final class Reasons {
    static final String ORDER = "order";
    static final String ROUNDING = "rounding";
    static final String TYPE = "type";
    static final String MISSING_LINE = "missing line";
    static final String ADDED_LINE = "added line";
    static final String NONE = "";

    private static final double NEARLY = 1e-6;

    private Reasons() {}

    /// For texts of different lengths.
    static String line(int before, int after) {
        return before == after ? NONE : after < before ? MISSING_LINE : ADDED_LINE;
    }

    /// For two lines at the same place.
    static String within(String before, String after) {
        List<Token> left = words(before);
        List<Token> right = words(after);
        if (isType(left, right)) {
            return TYPE;
        }
        if (left.size() == right.size()) {
            if (isRounding(left, right)) {
                return ROUNDING;
            }
            if (sorted(left).equals(sorted(right))) {
                return ORDER;
            }
        }
        return NONE;
    }

    private static List<Token> words(String line) {
        return Token.of(line).stream().filter(t -> t.kind() != Token.Kind.BLANK).toList();
    }

    private static List<String> sorted(List<Token> tokens) {
        return tokens.stream().map(Token::text).sorted().toList();
    }

    /// The same values in other clothes: 3 and 3.0, [1, 2] and (1, 2), 'a' and a.
    private static boolean isType(List<Token> left, List<Token> right) {
        return bare(left).equals(bare(right));
    }

    private static List<String> bare(List<Token> tokens) {
        return tokens.stream()
                .filter(t -> !"()[]{}'\",".contains(t.text()))
                .map(Reasons::value)
                .toList();
    }

    private static String value(Token token) {
        return switch (token.text()) {
            case "True" -> "1";
            case "False" -> "0";
            case String text ->
                    token.isNumber() && text.matches("[-+]?\\d+\\.0+")
                            ? text.substring(0, text.indexOf('.'))
                            : text;
        };
    }

    private static boolean isRounding(List<Token> left, List<Token> right) {
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).equals(right.get(i)) && !isRounding(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Numbers with a fraction that are equal to six digits, or one apart in the last digit shown.
    private static boolean isRounding(Token left, Token right) {
        if (!left.isNumber() || !right.isNumber() || !(isFraction(left) || isFraction(right))) {
            return false;
        }
        double apart = Math.abs(left.value() - right.value());
        double size = Math.max(Math.abs(left.value()), Math.abs(right.value()));
        return apart <= NEARLY * size || apart <= 1.01 * Math.max(unit(left), unit(right));
    }

    private static boolean isFraction(Token number) {
        return number.text().contains(".") || number.text().contains("e");
    }

    /// What one more in the last digit is worth.
    private static double unit(Token number) {
        return isFraction(number) ? new BigDecimal(number.text()).ulp().doubleValue() : 0;
    }
}
