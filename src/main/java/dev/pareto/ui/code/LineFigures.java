package dev.pareto.ui.code;

import dev.pareto.profile.Cost;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;

import java.util.OptionalLong;

/// What a profile says of one line.
///
/// @param share of the run's time that it took itself; @param self the same as times
/// @param rss bytes of resident memory gained while it ran, less those given back
/// @param hits how often it ran, where that was counted
/// @param hot whether it is among the few that take 80 % of the time
record LineFigures(Share share, Cost self, long rss, OptionalLong hits, boolean hot) {
    /// "12,000", or a dash where nothing counted.
    String hitsText() {
        return hits.isPresent() ? Figures.count(hits.getAsLong()) : "–";
    }

    /// "+61.4 kB"; empty where it did not change.
    String rssText() {
        return rss == 0 ? "" : (rss > 0 ? "+" : "") + Figures.bytes(rss);
    }
}
