package dev.pareto.workbench;

import org.jspecify.annotations.Nullable;

/// What the user chose for the window. Kept as JSON in the data folder.
///
/// @param scale of the whole window, 0.8 to 3
/// @param budgetSeconds of a trial
/// @param window where it was; null before the first time
public record Settings(Theme theme, double scale, int budgetSeconds, @Nullable Window window) {
    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, 1, 30, null);

    /// Light, dark, or as the system has it.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// The window's place, in logical pixels.
    public record Window(double x, double y, double width, double height, boolean maximized) {}

    public Settings with(Theme other) {
        return new Settings(other, scale, budgetSeconds, window);
    }

    public Settings withScale(double other) {
        return new Settings(theme, Math.clamp(other, 0.8, 3), budgetSeconds, window);
    }

    public Settings withBudget(int seconds) {
        return new Settings(theme, scale, Math.clamp(seconds, 1, 3600), window);
    }

    public Settings withWindow(Window other) {
        return new Settings(theme, scale, budgetSeconds, other);
    }
}
