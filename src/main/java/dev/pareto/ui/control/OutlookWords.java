package dev.pareto.ui.control;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.ImproveOutlook;

/// What improving will take, in words.
public final class OutlookWords {
    private OutlookWords() {}

    /// "114+ runs, about 60 s".
    public static String brief(ImproveOutlook outlook) {
        return Messages.text("improve.cost.brief", Figures.count(outlook.runs()), likely(outlook));
    }

    /// "114+ runs, about 60 s, at most 120 s".
    public static String whole(ImproveOutlook outlook) {
        return Messages.text(
                "improve.cost",
                Figures.count(outlook.runs()),
                likely(outlook),
                Figures.count(Math.round(outlook.most().seconds())));
    }

    private static String likely(ImproveOutlook outlook) {
        return Figures.count(Math.round(Math.max(1, outlook.likely().seconds())));
    }
}
