package dev.pareto.ui.functions;

import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.Neighbours;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The state of the table of functions. JavaFX thread.
public final class FunctionsViewModel {
    private final ObservableList<FunctionRow> rows = FXCollections.observableArrayList();
    private final ObservableList<FunctionRow> shown =
            FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<NeighbourRow> neighbours = FXCollections.observableArrayList();
    private final ObservableList<NeighbourRow> shownNeighbours =
            FXCollections.unmodifiableObservableList(neighbours);
    private final ObjectProperty<@Nullable FunctionRow> selected = new SimpleObjectProperty<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty onlyOwn = new SimpleBooleanProperty();
    private final BooleanProperty profiled = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper measure = new ReadOnlyStringWrapper("");

    private @Nullable Profile profile;
    private List<FunctionRow> all = List.of();

    public FunctionsViewModel() {
        filter.subscribe(_ -> update());
        onlyOwn.subscribe(_ -> update());
        selected.subscribe(this::showNeighbours);
    }

    /// Shows a profile; null where there is none.
    public void show(@Nullable Profile shownProfile) {
        FunctionRow before = selected.get();
        profile = shownProfile;
        profiled.set(shownProfile != null);
        all =
                shownProfile == null
                        ? List.of()
                        : shownProfile.functions().stream()
                                .map(f -> FunctionRow.of(f, shownProfile))
                                .toList();
        measure.set(shownProfile == null ? "" : measure(shownProfile));
        update();
        selected.set(
                before == null
                        ? null
                        : rows.stream()
                                .filter(r -> isSame(r.cost(), before.cost()))
                                .findFirst()
                                .orElse(null));
    }

    private static String measure(Profile of) {
        return of.engine().traced()
                ? Messages.text("functions.traced", of.engine().id())
                : Messages.text("functions.sampled");
    }

    /// Selects the function that a line is in, where it is in the table: the last that starts at or
    /// before it.
    public void select(String path, int line) {
        rows.stream()
                .filter(r -> r.isOwn() && r.cost().file().path().equals(path))
                .filter(r -> r.cost().line() <= line)
                .max(java.util.Comparator.comparingInt(r -> r.cost().line()))
                .ifPresent(selected::set);
    }

    /// Selects a neighbour in the table; the filter gives way where it hides it.
    void select(NeighbourRow.Entry neighbour) {
        var frame = neighbour.frame();
        if (frame == null) {
            return;
        }
        all.stream()
                .filter(
                        r ->
                                r.name().equals(frame.function())
                                        && r.cost().file().equals(frame.file())
                                        && r.cost().line() == frame.firstLine())
                .findFirst()
                .ifPresent(
                        row -> {
                            if (!rows.contains(row)) {
                                filter.set("");
                                onlyOwn.set(false);
                            }
                            selected.set(row);
                        });
    }

    private static boolean isSame(FunctionCost a, FunctionCost b) {
        return a.name().equals(b.name()) && a.file().equals(b.file()) && a.line() == b.line();
    }

    private void update() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        FunctionRow before = selected.get();
        rows.setAll(
                all.stream()
                        .filter(r -> !onlyOwn.get() || r.isOwn())
                        .filter(
                                r ->
                                        (r.name() + " " + r.place())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(wanted))
                        .toList());
        if (before != null && rows.contains(before)) {
            selected.set(before);
        }
    }

    private void showNeighbours(@Nullable FunctionRow row) {
        if (row == null || profile == null) {
            neighbours.clear();
            return;
        }
        Neighbours found = profile.neighbours(row.cost());
        double total = found.total().wall().seconds();
        var list = new ArrayList<NeighbourRow>();
        list.add(
                new NeighbourRow.Heading(
                        Messages.text("functions.callers"),
                        Messages.text("functions.share-of", row.name())));
        if (found.callers().isEmpty()) {
            list.add(new NeighbourRow.Heading("", Messages.text("functions.no-callers")));
        }
        found.callers().forEach(n -> list.add(entry(n, total)));
        list.add(
                new NeighbourRow.Heading(
                        Messages.text("functions.callees"),
                        Messages.text("functions.share-of", row.name())));
        found.callees().forEach(n -> list.add(entry(n, total)));
        list.add(
                new NeighbourRow.Entry(
                        null,
                        Messages.text("functions.self"),
                        row.cost().file().owner(),
                        found.self().wall().toString(),
                        Share.of(found.self().wall().seconds(), total).toString()));
        neighbours.setAll(list);
    }

    private static NeighbourRow entry(Neighbours.Neighbour neighbour, double total) {
        double seconds = neighbour.cost().wall().seconds();
        return new NeighbourRow.Entry(
                neighbour.frame(),
                neighbour.frame().function(),
                neighbour.frame().file().owner(),
                Figures.time(seconds),
                Share.of(seconds, total).toString());
    }

    ObservableList<FunctionRow> rows() {
        return shown;
    }

    ObservableList<NeighbourRow> neighbours() {
        return shownNeighbours;
    }

    ObjectProperty<@Nullable FunctionRow> selectedProperty() {
        return selected;
    }

    StringProperty filterProperty() {
        return filter;
    }

    BooleanProperty onlyOwnProperty() {
        return onlyOwn;
    }

    BooleanProperty profiledProperty() {
        return profiled;
    }

    ReadOnlyStringProperty measureProperty() {
        return measure.getReadOnlyProperty();
    }
}
