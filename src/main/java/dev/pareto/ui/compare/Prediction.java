package dev.pareto.ui.compare;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;

import org.jspecify.annotations.Nullable;

/// What the advice behind a variant promised, beside what was measured.
///
/// @param title of the advice; @param limit what the gain can be at most
/// @param measured null until there is a verdict about speed
record Prediction(
        String title,
        RatioInterval predicted,
        Ratio limit,
        @Nullable Ratio measured,
        String sentence) {}
