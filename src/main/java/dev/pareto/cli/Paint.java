package dev.pareto.cli;

/// Emphasis for terminals; nothing elsewhere. Never the only carrier of a meaning.
record Paint(boolean on) {
    String bold(String text) {
        return with("1", text);
    }

    String faint(String text) {
        return with("2", text);
    }

    /// Less time: blue, as in the window.
    String less(String text) {
        return with("1;34", text);
    }

    /// More time: orange (yellow where there is none).
    String more(String text) {
        return with("1;33", text);
    }

    private String with(String code, String text) {
        return on ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
