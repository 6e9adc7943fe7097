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
/// @param quick whether nothing that may take long makes the pieces
/// @param complete whether all pieces were seen
/// @param spent seconds of all pieces
record JoinModel(
        long pieces,
        long length,
        long texts,
        boolean always,
        boolean quick,
        boolean complete,
        double spent) {
    /// Characters copied in a second.
    private static final double SLOWEST_COPY = 1.5e9;

    private static final double FASTEST_COPY = 15e9;

    /// What one `+=` takes more than one `append`, in seconds.
    private static final double PIECE = 25e-9;

    /// Making a piece and keeping it, in seconds.
    private static final double LEAST_LEFT = 0.1e-6;

    private static final double MOST_LEFT = 1.5e-6;

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
        if (always && quick && (complete || texts == 1)) {
            return all();
        }
        double low = always ? copied() / FASTEST_COPY : 0;
        double high = copied() / SLOWEST_COPY + pieces * PIECE;
        return Saving.between(part(low), part(high));
    }

    /// What quick lines take beyond making their pieces is copying.
    private Saving all() {
        double least = left(MOST_LEFT, FASTEST_COPY);
        double most = left(LEAST_LEFT, SLOWEST_COPY);
        double low = Math.max(part(copied() / FASTEST_COPY), 1 - least);
        double high = Math.max(part(copied() / SLOWEST_COPY + pieces * PIECE), 1 - most);
        return Saving.between(Math.min(low, high), high);
    }

    /// The part of the time that making the pieces takes.
    private double left(double piece, double speed) {
        return spent <= 0 ? 1 : Math.min(1, piece * count(speed) / spent);
    }

    /// How many pieces there are. Where not all were seen, the time tells: with `n` pieces of `l`
    /// characters, `n·n·l/2` are copied.
    private double count(double speed) {
        double mean = Math.max(1, (double) length / pieces);
        return complete ? pieces : Math.max((double) pieces, Math.sqrt(2 * spent * speed / mean));
    }

    private double copied() {
        return (double) pieces * length / texts / 2;
    }

    private double part(double seconds) {
        return spent <= 0 ? 0 : Math.min(MOST, seconds / spent);
    }
}
