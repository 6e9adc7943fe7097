package dev.pareto.advice;

import dev.pareto.advice.rule.Saving;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.Share;

/// What a suggestion is expected to do to the peak memory of the whole program.
///
/// @param peak as it was measured @param low expected at least @param high expected at most
public record MemoryGain(Bytes peak, Bytes low, Bytes high) {
    /// @param gained memory of the place, of which a part is saved
    static MemoryGain of(Bytes peak, Bytes gained, Saving saving) {
        return new MemoryGain(
                peak,
                new Bytes(Math.round(peak.count() - saving.high() * gained.count())),
                new Bytes(Math.round(peak.count() - Math.max(0, saving.low()) * gained.count())));
    }

    /// The part of the peak that is saved at most.
    public Share most() {
        return Share.of((double) (peak.count() - low.count()), (double) peak.count());
    }

    /// For people, in a few characters: "130 MB → 18.0–118 MB".
    public String shown() {
        String least = low.toString();
        String most = high.toString();
        String unit = most.substring(most.lastIndexOf(' '));
        String range =
                least.equals(most)
                        ? most
                        : least.endsWith(unit)
                                ? least.substring(0, least.length() - unit.length()) + "–" + most
                                : least + "–" + most;
        return peak + " → " + range;
    }

    /// "from 80 MB to about 20 MB"
    @Override
    public String toString() {
        return low.equals(high)
                ? "from %s to about %s".formatted(peak, low)
                : "from %s to between %s and %s".formatted(peak, low, high);
    }
}
