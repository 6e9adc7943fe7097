package dev.pareto.source.tree;

/// An operator before its operand.
public enum UnaryOperator {
    INVERT("~"),
    NOT("not"),
    PLUS("+"),
    MINUS("-");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
