package dev.pareto.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.Share;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.List;

/// All building blocks on one page, like the mock's.
@ExtendWith(Fx.class)
class GalleryTest {
    @Test
    void showsEveryBuildingBlock() throws InterruptedException, IOException {
        var page = Fx.get(GalleryTest::page);
        var stage = Fx.get(() -> Screens.show(page, 700, 800));
        Screens.shoot(stage, "gallery");
        Fx.run(stage::close);
    }

    private static VBox page() {
        var page = new VBox(16, chips(), forest(), changes(), heat(), scales(), strips());
        page.setStyle("-fx-padding: 24");
        return page;
    }

    private static Node chips() {
        var pane = new FlowPane(12, 12);
        for (VerdictState state : VerdictState.values()) {
            pane.getChildren().add(new VerdictChip(state));
        }
        var faster = new VerdictChip();
        faster.show(VerdictState.FASTER, "11.0× faster");
        pane.getChildren().add(faster);
        return pane;
    }

    private static Node forest() {
        var marks =
                List.of(
                        ForestMark.REFERENCE,
                        mark(1, 0.99, 1.01, Tone.NEUTRAL),
                        mark(4.55, 4.34, 4.71, Tone.LESS),
                        mark(0.6, 0.55, 0.66, Tone.MORE),
                        new ForestMark(new Ratio(1.4), null, Tone.LESS),
                        mark(28, 25, 31, Tone.LESS));
        LogAxis axis = ForestPlot.axisFor(marks);
        assertEquals(new LogAxis(0.5, 50), axis);
        var head = new ForestAxis();
        head.show(axis);
        var box = new VBox(head);
        box.setMaxWidth(320);
        for (ForestMark mark : marks) {
            var plot = new ForestPlot();
            plot.show(axis, mark);
            assertEquals(mark.words(), plot.getAccessibleText());
            box.getChildren().add(plot);
        }
        return box;
    }

    private static ForestMark mark(double ratio, double low, double high, Tone tone) {
        return new ForestMark(new Ratio(ratio), RatioInterval.of(low, high), tone);
    }

    private static Node changes() {
        var less = new ChangeLabel();
        less.show(Tone.LESS, "-438 ms");
        var more = new ChangeLabel();
        more.show(Tone.MORE, "+5.98 %");
        var none = new ChangeLabel();
        none.show(Tone.NEUTRAL, "no claim");
        return new HBox(16, less, more, none);
    }

    private static Node heat() {
        var box = new HBox(12);
        for (double share : new double[] {0.005, 0.03, 0.1, 0.3, 0.6, 0.913}) {
            var bar = new HeatBar();
            bar.show(new Share(share));
            box.getChildren().add(bar);
        }
        return box;
    }

    private static Node strips() {
        double[] runs = {0.482, 0.479, 0.4845, 0.4813, 0.475, 0.49, 0.4821, 0.4834};
        var spread = new DotStrip();
        spread.showSpread(runs, Tone.REFERENCE, Figures::time);
        assertEquals("8 values from 0.475 s to 0.490 s, 0.482 s", spread.getAccessibleText());
        var interval = new DotStrip();
        double[] ratios = {11.0, 10.9, 11.2, 11.4, 10.8, 11.1};
        interval.showInterval(ratios, 10.8, 11.0, 11.4, Tone.LESS, Figures::ratio);
        var loose = new DotStrip();
        loose.showLoose(new double[] {4.5, 4.52, 4.4}, Figures::ratio);
        return new HBox(16, spread, interval, loose);
    }

    private static Node scales() {
        var one = new RatioScale();
        one.show(
                RatioInterval.of(10, 11.3),
                new Ratio(11.5),
                new RatioScale.Best("D", new Ratio(4.55)));
        assertEquals(
                "predicted 10.0–11.3×, at most 11.5×, best so far 4.55× with D",
                one.getAccessibleText());
        var two = new RatioScale();
        two.show(RatioInterval.of(1.1, 1.3), new Ratio(1.4), null);
        var three = new RatioScale();
        three.show(
                RatioInterval.of(20, 240),
                new Ratio(Double.POSITIVE_INFINITY),
                new RatioScale.Best("A", new Ratio(150)));
        var box = new VBox(8, one, two, three);
        box.setMaxWidth(344);
        return box;
    }
}
