package dev.pareto.ui.code;

import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Share;
import dev.pareto.workbench.ProfileReport;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a profile says of the lines of one file, by the lines of the text that was measured.
///
/// @param kind how the times were found; @param lines by measured line, from 1
/// @param stale whether what is shown is not what was measured
record FileHeat(Kind kind, Map<Integer, LineFigures> lines, boolean stale) {
    /// How times were found.
    enum Kind {
        /// There is no profile.
        NONE,
        /// By looking now and then: "about".
        SAMPLED,
        /// By an engine that slows the program down, so never the program's own time.
        TRACED
    }

    /// The few lines that are hot take this part of the time of all own lines.
    private static final Share FEW = new Share(0.8);

    static final FileHeat NONE = new FileHeat(Kind.NONE, Map.of(), false);

    FileHeat {
        lines = Map.copyOf(lines);
    }

    static FileHeat of(ProfileReport report, String path, boolean stale) {
        Profile profile = report.profile();
        Set<LineCost> few = new HashSet<>(profile.hotspots(FEW));
        Map<Integer, LineFigures> lines = new HashMap<>();
        for (LineCost line : profile.lines()) {
            if (line.file().isOwn() && line.file().path().equals(path) && tells(line)) {
                lines.put(
                        line.line(),
                        new LineFigures(
                                profile.share(line),
                                line.self(),
                                line.rssUp().count() - line.rssDown().count(),
                                line.hits(),
                                few.contains(line)));
            }
        }
        return new FileHeat(profile.engine().traced() ? Kind.TRACED : Kind.SAMPLED, lines, stale);
    }

    /// A line that was only ever on the way to another has nothing of its own to show.
    private static boolean tells(LineCost line) {
        return line.self().wall().seconds() > 0
                || line.hits().isPresent()
                || line.rssUp().count() != line.rssDown().count();
    }

    FileHeat asStale() {
        return stale ? this : new FileHeat(kind, lines, true);
    }
}
