package dev.pareto.ui.sunburst;

import dev.pareto.profile.Profile;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The state of the sunburst. JavaFX thread.
public final class SunburstViewModel {
    /// What snakeviz offers, and what it begins with.
    static final List<Integer> DEPTHS = List.of(3, 5, 10, 15, 20);

    static final List<Double> CUTOFFS = List.of(0.01, 0.001, 0.0);
    private static final int DEPTH = 10;
    private static final double CUTOFF = 0.001;

    private final ObjectProperty<Integer> depth = new SimpleObjectProperty<>(DEPTH);
    private final ObjectProperty<Double> cutoff = new SimpleObjectProperty<>(CUTOFF);
    private final ReadOnlyObjectWrapper<@Nullable Slice> centre = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Rings> rings = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Slice> selected = new SimpleObjectProperty<>();

    private @Nullable Profile profile;
    private @Nullable Calls calls;
    private @Nullable Slice whole;

    public SunburstViewModel() {
        depth.subscribe(_ -> arrange());
        cutoff.subscribe(_ -> arrange());
    }

    /// Shows a profile; null where there is none.
    public void show(@Nullable Profile shown) {
        profile = shown;
        calls = shown == null ? null : Calls.of(shown);
        whole = calls == null ? null : calls.root();
        root(whole);
    }

    /// Puts a function into the middle.
    void root(@Nullable Slice slice) {
        centre.set(slice);
        arrange();
    }

    /// One step back towards the whole; false where it is there already.
    boolean back() {
        Slice now = centre.get();
        if (now == null || now.parent() == null) {
            return false;
        }
        root(now.parent());
        return true;
    }

    private void arrange() {
        Slice now = centre.get();
        selected.set(null);
        rings.set(
                now == null || calls == null
                        ? null
                        : Rings.of(calls, now, depth.get(), cutoff.get()));
    }

    /// The functions that one calls, most expensive first, without a cutoff.
    List<Slice> callees(Slice slice) {
        return calls == null ? List.of() : calls.children(slice, 0);
    }

    /// Of the whole profile.
    Share share(Slice slice) {
        return Share.of(slice.seconds(), whole == null ? 0 : whole.seconds());
    }

    /// "1.94 s, 81.6 % of the whole".
    String words(Slice slice) {
        return Messages.text(
                profile != null && profile.engine().traced() ? "sunburst.words" : "sunburst.about",
                Figures.time(slice.seconds()),
                share(slice));
    }

    /// What is to be known of the times; empty where nothing is.
    String measure() {
        if (profile == null) {
            return "";
        }
        return profile.calls() == null
                ? Messages.text("sunburst.sampled")
                : Messages.text("sunburst.traced");
    }

    ObjectProperty<Integer> depthProperty() {
        return depth;
    }

    /// Callees with no more than this part of their caller's time are left out.
    ObjectProperty<Double> cutoffProperty() {
        return cutoff;
    }

    /// What is in the middle; null without a profile.
    ReadOnlyObjectProperty<@Nullable Slice> centreProperty() {
        return centre.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Rings> ringsProperty() {
        return rings.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Slice> selectedProperty() {
        return selected;
    }
}
