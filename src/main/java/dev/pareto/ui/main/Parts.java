package dev.pareto.ui.main;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The features that the workbench is put together from.
///
/// @param pages what stands on the right, one tab each
/// @param profiles stands above them
/// @param folded whether files and lesson are a strip
record Parts(
        Node program,
        Node files,
        Node lesson,
        Node code,
        Node variants,
        List<Page> pages,
        Node profiles,
        BooleanProperty folded) {
    /// One tab.
    ///
    /// @param title key of its text; @param count shown behind it where there is any
    record Page(String title, Node content, @Nullable ReadOnlyIntegerProperty count) {
        Page(String title, Node content) {
            this(title, content, null);
        }
    }
}
