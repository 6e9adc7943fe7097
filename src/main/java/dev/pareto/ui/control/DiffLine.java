package dev.pareto.ui.control;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a difference, as a small view shows it.
///
/// @param number of the line in the old text; 0 for an added line, a gap or a file's name
record DiffLine(Kind kind, int number, String text) {
    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@.*");

    enum Kind {
        SAME,
        ADDED,
        REMOVED,
        GAP,
        FILE
    }

    /// Reads a unified diff. Of equal lines only those next to a change are kept, what lies between
    /// is a gap; a file is named where there are several.
    static List<DiffLine> read(String unified) {
        var all = new ArrayList<DiffLine>();
        int old = 0;
        int oldLeft = 0;
        int newLeft = 0;
        for (String line : unified.lines().toList()) {
            Matcher hunk = HUNK.matcher(line);
            // What counts is how many lines a hunk has: a removed "-- x" looks like a head.
            if (oldLeft > 0 || newLeft > 0) {
                DiffLine read = read(line, old);
                boolean added = read.kind == Kind.ADDED;
                boolean removed = read.kind == Kind.REMOVED;
                old += added ? 0 : 1;
                oldLeft -= added ? 0 : 1;
                newLeft -= removed ? 0 : 1;
                all.add(read);
            } else if (hunk.matches()) {
                old = Integer.parseInt(hunk.group(1));
                oldLeft = count(hunk.group(2));
                newLeft = count(hunk.group(3));
                all.add(new DiffLine(Kind.GAP, 0, ""));
            } else if (line.startsWith("+++ ")) {
                all.add(new DiffLine(Kind.FILE, 0, line.substring(4).replaceFirst("^b/", "")));
            }
        }
        return shortened(all);
    }

    private static int count(@Nullable String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    private static DiffLine read(String line, int old) {
        String text = line.isEmpty() ? "" : line.substring(1);
        return line.startsWith("+")
                ? new DiffLine(Kind.ADDED, 0, text)
                : new DiffLine(line.startsWith("-") ? Kind.REMOVED : Kind.SAME, old, text);
    }

    private static List<DiffLine> shortened(List<DiffLine> all) {
        boolean several = all.stream().filter(l -> l.kind == Kind.FILE).count() > 1;
        var kept = new ArrayList<DiffLine>();
        boolean gap = false;
        for (int i = 0; i < all.size(); i++) {
            DiffLine line = all.get(i);
            boolean keep =
                    switch (line.kind) {
                        case SAME -> changes(all, i - 1) || changes(all, i + 1);
                        case FILE -> several;
                        case ADDED, REMOVED -> true;
                        case GAP -> false;
                    };
            if (keep) {
                boolean inFile = !kept.isEmpty() && kept.getLast().kind != Kind.FILE;
                if (gap && inFile && line.kind != Kind.FILE) {
                    kept.add(new DiffLine(Kind.GAP, 0, ""));
                }
                kept.add(line);
            }
            gap = !keep;
        }
        return List.copyOf(kept);
    }

    private static boolean changes(List<DiffLine> all, int index) {
        return index >= 0
                && index < all.size()
                && (all.get(index).kind == Kind.ADDED || all.get(index).kind == Kind.REMOVED);
    }
}
