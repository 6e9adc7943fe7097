package dev.pareto.python;

import com.fasterxml.jackson.core.JsonToken;

import dev.pareto.source.tree.Literal;

import java.math.BigInteger;

/// Reads the values of constants, as `constant` in `analyser.py` writes them.
final class Literals {
    private Literals() {}

    static Literal read(AnswerTokens in) {
        JsonToken token = in.next();
        return switch (token) {
            case VALUE_NULL -> Literal.Singleton.NONE;
            case VALUE_TRUE -> new Literal.Bool(true);
            case VALUE_FALSE -> new Literal.Bool(false);
            case VALUE_STRING -> new Literal.Text(in.currentString());
            case VALUE_NUMBER_INT -> new Literal.Int(in.currentBigNumber());
            case START_ARRAY -> tagged(in);
            default -> throw new IllegalStateException("No constant: " + token);
        };
    }

    private static Literal tagged(AnswerTokens in) {
        String tag = in.string();
        Literal literal =
                switch (tag) {
                    case "ellipsis" -> Literal.Singleton.ELLIPSIS;
                    case "int" -> new Literal.Int(new BigInteger(in.string(), 16));
                    case "float" -> new Literal.Real(real(in.string()));
                    case "complex" -> new Literal.Imaginary(real(in.string()));
                    case "bytes" -> new Literal.Bytes(in.string());
                    default -> throw new IllegalStateException("No constant: " + tag);
                };
        in.leave();
        return literal;
    }

    /// As Python prints it; a literal too large for a double is `inf`.
    private static double real(String text) {
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}
