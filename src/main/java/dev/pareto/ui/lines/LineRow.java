package dev.pareto.ui.lines;

import dev.pareto.profile.LineCost;
import dev.pareto.quantity.Share;

/// A line, ready to be shown.
///
/// @param place "dedupe.py:9"; @param code its text without the indent
/// @param share of the run's time; @param sum the shares of this line and all hotter ones
/// @param hot whether it is one of the few
record LineRow(LineCost cost, String place, String code, Share share, Share sum, boolean hot) {
    String path() {
        return cost.file().path();
    }

    int line() {
        return cost.line();
    }
}
