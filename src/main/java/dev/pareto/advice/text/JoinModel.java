package dev.pareto.advice.text;

import dev.pareto.advice.rule.Saving;

/// How much of its time a loop saves that joins once.
///
/// CPython makes the text of a local variable longer where it is, as long as nobody else knows it;
/// then only the statement itself is a little slower than `append`. Else each piece copies all that
/// came before: half of the length on average.
///
/// @param pieces how many @param length of all texts together, in characters
/// @param texts how many are put together
/// @param copies whether all is copied for each piece
/// @param spent seconds of all pieces
record JoinModel(long pieces, long length, long texts, boolean copies, double spent) {
    /// Characters copied in a second.
    private static final double SLOWEST_COPY = 2e9;

    private static final double FASTEST_COPY = 20e9;

    /// What one `+=` takes more than one `append`, in seconds.
    private static final double PIECE = 25e-9;

    /// Something is left of each line.
    private static final double MOST = 0.97;

    Saving saving() {
        double copied = (double) pieces * length / texts / 2;
        double statements = pieces * PIECE;
        double low = copies ? copied / FASTEST_COPY : 0;
        double high = copied / (copies ? SLOWEST_COPY : FASTEST_COPY) + statements;
        return Saving.between(part(low), part(high));
    }

    private double part(double seconds) {
        return spent <= 0 ? 0 : Math.min(MOST, seconds / spent);
    }
}
