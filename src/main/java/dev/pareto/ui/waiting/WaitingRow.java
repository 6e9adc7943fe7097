package dev.pareto.ui.waiting;

import dev.pareto.profile.LineCost;
import dev.pareto.quantity.Share;

/// A line, with what its threads did while it was on top of the own code.
///
/// @param place "fetch.py:9"; @param code its text without the indent
/// @param share of the waiting of all lines
record WaitingRow(LineCost cost, String place, String code, Share share) {
    double waiting() {
        return cost.self().waiting().seconds();
    }

    double cpu() {
        return cost.self().cpu().seconds();
    }

    double runQueue() {
        return cost.self().runQueue().seconds();
    }
}
