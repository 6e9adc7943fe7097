package dev.pareto.advice.text;

import dev.pareto.advice.rule.Saving;

/// How much of its time a loop saves that joins once.
///
/// CPython makes the text of a local variable longer where it is, as long as nobody else knows it
/// and the memory beside it is free; then a list of pieces takes as long (0.65 to 1.2 times was
/// measured). Else each piece copies all that came before: half of the length on average.
///
/// @param pieces how many @param length of all texts together, in characters
/// @param texts how many are put together
/// @param always whether the language rules out that a text grows in place
/// @param spent seconds of all pieces
record JoinModel(long pieces, long length, long texts, boolean always, double spent) {
    /// Characters copied in a second.
    private static final double SLOWEST_COPY = 1.5e9;

    private static final double FASTEST_COPY = 15e9;

    /// What one `+=` takes more than one `append`, in seconds.
    private static final double PIECE = 25e-9;

    /// A piece that takes no longer cannot have copied much.
    private static final double QUICK = 1e-6;

    /// Some texts were copied, others grew in place.
    private static final double SOME = 0.1;

    /// Something is left of each line.
    private static final double MOST = 0.97;

    /// Whether the time that was measured allows that texts were copied.
    boolean mayCopy() {
        double piece = spent / pieces;
        return always || (piece > QUICK && spent > SOME * copied() / FASTEST_COPY);
    }

    Saving saving() {
        double low = always ? copied() / FASTEST_COPY : 0;
        double high = copied() / SLOWEST_COPY + pieces * PIECE;
        return Saving.between(part(low), part(high));
    }

    private double copied() {
        return (double) pieces * length / texts / 2;
    }

    private double part(double seconds) {
        return spent <= 0 ? 0 : Math.min(MOST, seconds / spent);
    }
}
