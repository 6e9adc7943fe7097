package dev.pareto.ui.palette;

import dev.pareto.ui.fx.Action;

/// An action in the palette.
///
/// @param possible whether it can be asked for now
record PaletteRow(Action action, boolean possible) {
    String label() {
        return action.label();
    }
}
