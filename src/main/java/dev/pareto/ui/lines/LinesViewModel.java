package dev.pareto.ui.lines;

import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/// The state of the table of lines and its chart. JavaFX thread.
public final class LinesViewModel {
    /// The twenty per cent are known by the eighty.
    static final double PART = 0.8;

    private static final double ROUNDING = 1e-9;

    private final ObservableList<LineRow> rows = FXCollections.observableArrayList();
    private final ObservableList<LineRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<@Nullable LineRow> selected = new SimpleObjectProperty<>();
    private final BooleanProperty profiled = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper measure = new ReadOnlyStringWrapper("");

    /// Shows a profile; null where there is none.
    ///
    /// @param code the text of a line of a file, by path and number; empty where it is not known
    public void show(@Nullable Profile profile, BiFunction<String, Integer, String> code) {
        selected.set(null);
        profiled.set(profile != null);
        List<LineRow> fresh = profile == null ? List.of() : rows(profile, code);
        heading.set(profile == null ? "" : heading(fresh, profile));
        measure.set(
                profile == null
                        ? ""
                        : profile.engine().traced()
                                ? Messages.text("lines.traced", profile.engine().id())
                                : Messages.text("lines.sampled"));
        rows.setAll(fresh);
    }

    private static List<LineRow> rows(Profile profile, BiFunction<String, Integer, String> code) {
        var rows = new ArrayList<LineRow>();
        double sum = 0;
        var sorted =
                profile.lines().stream()
                        .sorted(Comparator.comparingDouble((LineCost l) -> -seconds(l)))
                        .toList();
        for (LineCost line : sorted) {
            Share share = profile.share(line);
            boolean hot = sum < PART - ROUNDING;
            sum += share.fraction();
            String path = line.file().path();
            rows.add(
                    new LineRow(
                            line,
                            path + ":" + line.line(),
                            code.apply(path, line.line()).strip(),
                            share,
                            new Share(Math.min(1, sum)),
                            hot));
        }
        return rows;
    }

    static double seconds(LineCost line) {
        return line.self().wall().seconds();
    }

    /// "3 of 214 lines take 81 %"; where all lines together take less than 80 %, what they take.
    private static String heading(List<LineRow> rows, Profile profile) {
        if (rows.isEmpty()) {
            return Messages.text("lines.heading.none");
        }
        Share all = rows.getLast().sum();
        if (all.fraction() < PART - ROUNDING) {
            return Messages.text(
                    "lines.heading.all",
                    all,
                    Share.of(profile.startup().seconds(), profile.wall().seconds()));
        }
        var hot = rows.stream().filter(LineRow::hot).toList();
        return Messages.counted(
                "lines.heading", hot.size(), Figures.count(rows.size()), hot.getLast().sum());
    }

    /// Selects a line, where it is in the table.
    public void select(String path, int line) {
        rows.stream()
                .filter(r -> r.path().equals(path) && r.line() == line)
                .findFirst()
                .ifPresent(selected::set);
    }

    ObservableList<LineRow> rows() {
        return shown;
    }

    ObjectProperty<@Nullable LineRow> selectedProperty() {
        return selected;
    }

    BooleanProperty profiledProperty() {
        return profiled;
    }

    ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    ReadOnlyStringProperty measureProperty() {
        return measure.getReadOnlyProperty();
    }
}
