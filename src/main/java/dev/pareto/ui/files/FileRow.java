package dev.pareto.ui.files;

import dev.pareto.quantity.Share;

import org.jspecify.annotations.Nullable;

/// One row of the tree.
///
/// @param path under the root; empty for the root itself and for start-up
/// @param share of the run's time, with all that is below a folder; null where nothing was measured
/// @param changed whether the variant changes it, or something below it
/// @param stale whether the text was edited since it was measured
public record FileRow(
        Kind kind,
        String name,
        String path,
        @Nullable Share share,
        boolean changed,
        boolean stale) {
    /// What a row stands for.
    public enum Kind {
        ROOT,
        FOLDER,
        FILE,
        /// The time before the first own line runs.
        STARTUP
    }

    /// "92.0 %", or a dash.
    public String shareText() {
        return share == null || share.fraction() == 0 ? "–" : share.toString();
    }
}
