package dev.pareto.ui.control;

import dev.pareto.quantity.Share;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// A bar whose length and colour say how much of the time a place takes. The figure stands beside
/// it, so the colour adds nothing that is not also written.
public final class HeatBar extends Region {
    private static final double[] STEPS = {0.01, 0.05, 0.15, 0.40, 0.70};

    private final Region bar = new Region();
    private Share share = Share.ZERO;

    public HeatBar() {
        getStyleClass().add("heat-bar");
        bar.getStyleClass().add("heat");
        bar.setManaged(false);
        getChildren().add(bar);
        setMinSize(4, 12);
        setPrefSize(40, 12);
        show(Share.ZERO);
    }

    /// 0 (under 1 %) to 5 (70 % and more).
    public static int step(Share share) {
        int step = 0;
        while (step < STEPS.length && share.fraction() >= STEPS[step]) {
            step++;
        }
        return step;
    }

    public void show(Share shown) {
        share = shown;
        bar.setVisible(shown.fraction() > 0);
        for (int step = 0; step <= STEPS.length; step++) {
            bar.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass("step-" + step), step == step(shown));
        }
        requestLayout();
    }

    /// Hatches the bar: what it says was measured before an edit.
    public void hatch(boolean stale) {
        bar.pseudoClassStateChanged(PseudoClass.getPseudoClass("stale"), stale);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(2, Math.clamp(share.fraction(), 0, 1) * getWidth());
        double height = Math.min(12, getHeight());
        bar.resizeRelocate(0, (getHeight() - height) / 2, snapSizeX(width), height);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
