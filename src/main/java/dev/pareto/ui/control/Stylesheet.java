package dev.pareto.ui.control;

import java.util.Objects;

/// Where the styles of these widgets lie.
final class Stylesheet {
    static final String URL =
            Objects.requireNonNull(Stylesheet.class.getResource("control.css")).toExternalForm();

    private Stylesheet() {}
}
