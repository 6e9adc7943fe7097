package dev.pareto.workbench;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.WallTime;

import org.jspecify.annotations.Nullable;

/// How far improving may go.
///
/// @param budget for all of it, profiles and the confirmation included; a trial that has begun may
///   go beyond its part, as trials do
/// @param most suggestions that are tried; the best predicted come first
/// @param target gain at which no more is tried; null for as much as there is
public record ImproveRules(WallTime budget, int most, @Nullable Ratio target) {
    public static final ImproveRules DEFAULT =
            new ImproveRules(new WallTime(120), Integer.MAX_VALUE, null);

    public ImproveRules {
        if (!(budget.seconds() > 0) || most < 1) {
            throw new IllegalArgumentException("nothing could be tried");
        }
    }

    public ImproveRules within(WallTime other) {
        return new ImproveRules(other, most, target);
    }
}
