package dev.pareto.ui.memory;

import dev.pareto.profile.LineCost;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;

/// A line during which resident memory changed.
///
/// @param place "dedupe.py:9"; @param code its text without the indent
/// @param share of all net growth
record MemoryRow(LineCost cost, String place, String code, Share share) {
    /// Bytes gained less bytes given back.
    static long net(LineCost cost) {
        return cost.rssUp().count() - cost.rssDown().count();
    }

    /// "+61.2 MB", "-2.20 MB", or a dash for none.
    static String signed(long bytes) {
        return bytes == 0 ? "–" : bytes > 0 ? "+" + Figures.bytes(bytes) : Figures.bytes(bytes);
    }
}
