package dev.pareto.ui.code;

/// Where a line begins: in code, or in a string that an earlier line opened.
enum LexState {
    CODE(""),
    TRIPLE_SINGLE("'''"),
    TRIPLE_DOUBLE("\"\"\""),
    /// In `'…` that goes on behind a backslash at the line's end.
    SINGLE("'"),
    DOUBLE("\"");

    private final String quote;

    LexState(String quote) {
        this.quote = quote;
    }

    /// What ends the string.
    String quote() {
        return quote;
    }

    boolean isTriple() {
        return quote.length() == 3;
    }

    static LexState of(String quote) {
        for (LexState state : values()) {
            if (state.quote.equals(quote)) {
                return state;
            }
        }
        throw new IllegalArgumentException(quote);
    }
}
