package dev.pareto.ui.compare;

import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.WallTime;
import dev.pareto.source.DiffRow;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.FileComparison;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compares two profiles function by function and line by line. Lines of changed files are matched
/// by what they became, so that a line which only moved is still the same line.
final class SavingRows {
    private static final int MOST_FUNCTIONS = 5;
    private static final int MOST_LINES = 3;

    /// Changes below this part of the program are not coloured, lines below it not listed.
    private static final double LITTLE = 0.01;

    private final Profile before;
    private final Profile after;
    private final Map<String, FileComparison> changed = new HashMap<>();

    /// @param files those that differ between the variants
    SavingRows(Profile before, Profile after, List<FileComparison> files) {
        this.before = before;
        this.after = after;
        files.forEach(f -> changed.put(f.path(), f));
    }

    /// One line of the program in both variants; a number is 0 where a variant has no such line.
    private record Place(String path, int left, int right) {}

    /// What was seen of a place.
    private static final class Seen {
        private String text = "";
        private double before;
        private double after;
    }

    List<SavingRow> rows() {
        Map<Place, Seen> places = new LinkedHashMap<>();
        before.lines().forEach(l -> seen(places, left(l)).before += l.self().wall().seconds());
        after.lines().forEach(l -> seen(places, right(l)).after += l.self().wall().seconds());
        places.forEach((place, seen) -> seen.text = text(place));

        Map<String, List<Map.Entry<Place, Seen>>> functions = new LinkedHashMap<>();
        for (var entry : places.entrySet()) {
            functions.computeIfAbsent(function(entry.getKey()), _ -> new ArrayList<>()).add(entry);
        }
        var rows = new ArrayList<SavingRow>();
        functions.entrySet().stream()
                .sorted(Comparator.comparingDouble(f -> -Math.abs(change(f.getValue()))))
                .limit(MOST_FUNCTIONS)
                .forEach(f -> add(rows, f.getKey(), f.getValue()));
        double leftOwn = places.values().stream().mapToDouble(s -> s.before).sum();
        double rightOwn = places.values().stream().mapToDouble(s -> s.after).sum();
        rows.add(
                row(
                        SavingRow.Kind.PART,
                        Messages.text("compare.saving.startup"),
                        before.startup(),
                        after.startup()));
        WallTime leftRest = rest(before, leftOwn);
        WallTime rightRest = rest(after, rightOwn);
        if (Math.max(leftRest.seconds(), rightRest.seconds()) > little()) {
            rows.add(
                    row(
                            SavingRow.Kind.PART,
                            Messages.text("compare.saving.rest"),
                            leftRest,
                            rightRest));
        }
        rows.add(
                row(
                        SavingRow.Kind.TOTAL,
                        Messages.text("compare.saving.total"),
                        before.wall(),
                        after.wall()));
        return rows;
    }

    private void add(List<SavingRow> rows, String name, List<Map.Entry<Place, Seen>> lines) {
        double left = lines.stream().mapToDouble(l -> l.getValue().before).sum();
        double right = lines.stream().mapToDouble(l -> l.getValue().after).sum();
        rows.add(row(SavingRow.Kind.FUNCTION, name, new WallTime(left), new WallTime(right)));
        if (lines.size() < 2) {
            return;
        }
        lines.stream()
                .filter(l -> Math.max(l.getValue().before, l.getValue().after) > little())
                .sorted(Comparator.comparingDouble(l -> -Math.abs(change(l.getValue()))))
                .limit(MOST_LINES)
                .forEach(
                        l ->
                                rows.add(
                                        row(
                                                SavingRow.Kind.LINE,
                                                l.getValue().text,
                                                l.getKey().left() == 0
                                                        ? null
                                                        : new WallTime(l.getValue().before),
                                                l.getKey().right() == 0
                                                        ? null
                                                        : new WallTime(l.getValue().after))));
    }

    private SavingRow row(
            SavingRow.Kind kind, String name, @Nullable WallTime left, @Nullable WallTime right) {
        double change = SavingRow.seconds(right) - SavingRow.seconds(left);
        Tone tone =
                Math.abs(change) < LITTLE * before.wall().seconds()
                        ? Tone.NEUTRAL
                        : change < 0 ? Tone.LESS : Tone.MORE;
        return new SavingRow(kind, name, left, right, tone);
    }

    /// What a line must take, in either run, to be worth a row: the shorter run decides, or its
    /// lines would all vanish beside a slow reference.
    private double little() {
        return LITTLE * Math.min(before.wall().seconds(), after.wall().seconds());
    }

    private static WallTime rest(Profile profile, double own) {
        double rest = profile.wall().seconds() - profile.startup().seconds() - own;
        return new WallTime(Math.max(0, rest));
    }

    private static double change(List<Map.Entry<Place, Seen>> lines) {
        return lines.stream().mapToDouble(l -> change(l.getValue())).sum();
    }

    private static double change(Seen seen) {
        return seen.after - seen.before;
    }

    private static Seen seen(Map<Place, Seen> places, Place place) {
        return places.computeIfAbsent(place, _ -> new Seen());
    }

    private Place left(LineCost line) {
        String path = line.file().path();
        for (DiffRow row : diff(path)) {
            if (row.left() != null && row.left().line() == line.line()) {
                return new Place(path, line.line(), row.right() == null ? 0 : row.right().line());
            }
        }
        return new Place(path, line.line(), line.line());
    }

    private Place right(LineCost line) {
        String path = line.file().path();
        for (DiffRow row : diff(path)) {
            if (row.right() != null && row.right().line() == line.line()) {
                return new Place(path, row.left() == null ? 0 : row.left().line(), line.line());
            }
        }
        return new Place(path, line.line(), line.line());
    }

    private List<DiffRow> diff(String path) {
        FileComparison file = changed.get(path);
        return file == null ? List.of() : file.rows();
    }

    /// The line itself where its text is known, else its place.
    private String text(Place place) {
        for (DiffRow row : diff(place.path())) {
            if (row.left() != null && row.left().line() == place.left()) {
                return row.left().text().strip();
            }
            if (row.right() != null && row.right().line() == place.right()) {
                return row.right().text().strip();
            }
        }
        return place.path() + ":" + Math.max(place.left(), place.right());
    }

    /// The function that holds a place: the last one that begins at or above it.
    private String function(Place place) {
        Profile profile = place.left() > 0 ? before : after;
        int line = place.left() > 0 ? place.left() : place.right();
        return profile.functions().stream()
                .filter(f -> f.file().path().equals(place.path()) && f.line() <= line)
                .max(Comparator.comparingInt(FunctionCost::line))
                .map(FunctionCost::name)
                .orElse(place.path());
    }
}
