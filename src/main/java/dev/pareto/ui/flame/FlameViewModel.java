package dev.pareto.ui.flame;

import dev.pareto.profile.Profile;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The state of the flame graph. JavaFX thread.
public final class FlameViewModel {
    private final ReadOnlyObjectWrapper<@Nullable FlameNode> root = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FlameNode> zoom = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable FlameNode> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<FlameShape> shape = new SimpleObjectProperty<>(FlameShape.ICICLE);
    private final BooleanProperty hideLibraries = new SimpleBooleanProperty();
    private final BooleanProperty mergeRecursion = new SimpleBooleanProperty(true);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FlameSearch> found =
            new ReadOnlyObjectWrapper<>(FlameSearch.NONE);

    private @Nullable Profile profile;
    private @Nullable Profile reference;

    public FlameViewModel() {
        hideLibraries.subscribe(_ -> rebuild());
        mergeRecursion.subscribe(_ -> rebuild());
        search.subscribe(this::look);
    }

    /// Shows a profile; null where there is none.
    public void show(@Nullable Profile shown) {
        show(shown, null);
    }

    /// Shows a profile against another one, coloured by what has changed.
    ///
    /// @param before null for the profile alone
    public void show(@Nullable Profile shown, @Nullable Profile before) {
        profile = shown;
        reference = before;
        rebuild();
        look(search.get());
    }

    private void rebuild() {
        List<FlameNode> zoomed = path(zoom.get());
        List<FlameNode> chosen = path(selected.get());
        if (profile == null) {
            root.set(null);
            zoom.set(null);
            selected.set(null);
            return;
        }
        var options = new FlameOptions(hideLibraries.get(), mergeRecursion.get());
        FlameNode fresh =
                reference == null
                        ? FlameNode.root(profile.tree(), options)
                        : FlameNode.compared(reference.tree(), profile.tree(), options);
        root.set(fresh);
        zoom.set(same(fresh, zoomed));
        selected.set(chosen.isEmpty() ? null : same(fresh, chosen));
    }

    private static List<FlameNode> path(@Nullable FlameNode node) {
        return node == null ? List.of() : node.path();
    }

    /// The node that a path of another tree leads to, as far as it is there.
    private static FlameNode same(FlameNode root, List<FlameNode> path) {
        FlameNode node = root;
        for (FlameNode step : path.isEmpty() ? path : path.subList(1, path.size())) {
            var key = FlameNode.Key.of(step.frame());
            Optional<FlameNode> next =
                    node.children().stream()
                            .filter(child -> FlameNode.Key.of(child.frame()).equals(key))
                            .findFirst();
            if (next.isEmpty()) {
                return node;
            }
            node = next.get();
        }
        return node;
    }

    private void look(String text) {
        found.set(profile == null ? FlameSearch.NONE : FlameSearch.of(profile.tree(), text));
    }

    /// Shows a frame as wide as the graph.
    void zoomTo(FlameNode node) {
        zoom.set(node);
    }

    /// One step out.
    void zoomOut() {
        FlameNode now = zoom.get();
        if (now != null && now.parent() != null) {
            zoom.set(now.parent());
        }
    }

    void zoomToAll() {
        zoom.set(root.get());
    }

    /// Selects the largest frame of the function that a line is in, where one is near the root.
    public void select(String path, int line) {
        FlameNode top = root.get();
        FlameNode best = null;
        var open = new java.util.ArrayDeque<FlameNode>();
        if (top != null) {
            open.addAll(top.children());
        }
        // A bound: what is not among the first few thousand frames is not worth a search.
        for (int steps = 0; !open.isEmpty() && steps < 5_000; steps++) {
            FlameNode node = open.poll();
            var frame = node.frame();
            boolean covers =
                    frame.file().isOwn()
                            && frame.file().path().equals(path)
                            && frame.firstLine() <= line;
            if (covers && (best == null || isNearer(node, best))) {
                best = node;
            }
            open.addAll(node.children());
        }
        if (best != null) {
            selected.set(best);
        }
    }

    private static boolean isNearer(FlameNode node, FlameNode than) {
        int lines = Integer.compare(node.frame().firstLine(), than.frame().firstLine());
        return lines > 0 || (lines == 0 && node.total() > than.total());
    }

    /// The part of the whole that a node takes.
    Share share(FlameNode node) {
        FlameNode top = root.get();
        return Share.of(node.total(), top == null ? 0 : top.total());
    }

    /// "1.94 s of 2.37 s wall, about 81.6 %".
    String figures(FlameNode node) {
        FlameNode top = root.get();
        if (node.isCompared()) {
            return Messages.text(
                    "flame.figures.change",
                    Figures.time(node.before()),
                    Figures.time(node.total()));
        }
        String all = Figures.time(top == null ? 0 : top.total());
        return node.parent() == null
                ? Messages.text("flame.figures.all", all)
                : Messages.text("flame.figures", Figures.time(node.total()), all, share(node));
    }

    /// "4 functions match, together about 30.4 %"; empty when nothing is looked for.
    String foundWords() {
        FlameSearch result = found.get();
        FlameNode top = root.get();
        return result.text().isEmpty() || top == null
                ? ""
                : Messages.counted(
                        "flame.found", result.functions(), Share.of(result.seconds(), top.total()));
    }

    /// Of the time of each kind, the part of all.
    Map<FlameKind, Double> kinds() {
        return profile == null ? Map.of() : FlameKind.seconds(profile.tree());
    }

    /// Whether two profiles are set against each other.
    boolean isCompared() {
        return reference != null;
    }

    boolean isAbout() {
        return profile == null || !profile.engine().traced();
    }

    ReadOnlyObjectProperty<@Nullable FlameNode> rootProperty() {
        return root.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable FlameNode> zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable FlameNode> selectedProperty() {
        return selected;
    }

    /// Icicle, flame or table.
    public ObjectProperty<FlameShape> shapeProperty() {
        return shape;
    }

    BooleanProperty hideLibrariesProperty() {
        return hideLibraries;
    }

    BooleanProperty mergeRecursionProperty() {
        return mergeRecursion;
    }

    StringProperty searchProperty() {
        return search;
    }

    ReadOnlyObjectProperty<FlameSearch> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
