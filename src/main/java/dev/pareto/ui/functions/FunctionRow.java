package dev.pareto.ui.functions;

import dev.pareto.profile.CodeFile;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;

/// A function, ready to be shown.
///
/// @param place "dedupe.py:6", the module's name for a library, empty for a builtin
/// @param calls "12,000", or "3/1" with primitive calls last where it is recursive, or a dash
record FunctionRow(
        FunctionCost cost, String place, String calls, Share selfShare, Share totalShare) {
    static FunctionRow of(FunctionCost cost, Profile profile) {
        double all = profile.wall().seconds();
        return new FunctionRow(
                cost,
                place(cost.file(), cost.line()),
                calls(cost),
                Share.of(self(cost), all),
                Share.of(total(cost), all));
    }

    static String place(CodeFile file, int line) {
        return switch (file.owner()) {
            case OWN -> file.path() + ":" + line;
            case LIBRARY -> file.path().replaceFirst("^.*[/\\\\]", "") + ":" + line;
            case BUILTIN -> "";
        };
    }

    private static String calls(FunctionCost cost) {
        if (cost.calls().isEmpty()) {
            return "–";
        }
        String all = Figures.count(cost.calls().getAsLong());
        return cost.primitiveCalls().isPresent() && !cost.primitiveCalls().equals(cost.calls())
                ? all + "/" + Figures.count(cost.primitiveCalls().getAsLong())
                : all;
    }

    String name() {
        return cost.name();
    }

    boolean isOwn() {
        return cost.file().isOwn();
    }

    static double self(FunctionCost cost) {
        return cost.self().wall().seconds();
    }

    static double total(FunctionCost cost) {
        return cost.total().wall().seconds();
    }
}
