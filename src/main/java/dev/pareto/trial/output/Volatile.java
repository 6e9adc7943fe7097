package dev.pareto.trial.output;

/// What may change from run to run without the output being another: the classes of masked tokens.
enum Volatile {
    TIME("time"),
    DURATION("duration"),
    RATE("rate"),
    DATE("date"),
    ADDRESS("address"),
    PROCESS_ID("process id"),
    TEMPORARY_NAME("temporary name"),
    /// The unit of a duration that changes its size.
    UNIT("unit");

    private final String label;

    Volatile(String label) {
        this.label = label;
    }

    /// For people.
    String label() {
        return label;
    }

    boolean fits(Token token) {
        return switch (this) {
            case TIME, DURATION, RATE ->
                    token.isNumber()
                            || token.kind() == Token.Kind.CLOCK
                            || token.kind() == Token.Kind.DATE;
            case DATE -> token.kind() == Token.Kind.DATE;
            case ADDRESS -> token.kind() == Token.Kind.ADDRESS || token.isNumber();
            case PROCESS_ID -> token.isNumber();
            case TEMPORARY_NAME -> Words.isTemporaryName(token.text());
            case UNIT -> Words.isTimeUnit(token.text());
        };
    }
}
