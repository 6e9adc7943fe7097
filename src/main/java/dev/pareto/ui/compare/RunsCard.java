package dev.pareto.ui.compare;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.DotStrip;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Function;
import java.util.stream.IntStream;

/// Every run as a dot, or the same figures as a table.
final class RunsCard {
    private final Runs runs;

    private RunsCard(Runs runs) {
        this.runs = runs;
    }

    static Card of(Runs runs) {
        return new RunsCard(runs).card();
    }

    private Card card() {
        Node strips = strips();
        var toggle = new ToggleButton(Messages.text("compare.table"));
        toggle.getStyleClass().addAll("small", "flat");
        var card = new Card(Messages.text("compare.runs.title")).aside(toggle).with(strips);
        toggle.selectedProperty()
                .addListener((_, _, on) -> card.getChildren().set(1, on ? table() : strips));
        return card;
    }

    private Node strips() {
        double[] before = Compared.referenceSeconds(runs.pairs());
        double[] after = Compared.candidateSeconds(runs.pairs());
        Tone tone = runs.tone();
        String measure = Compared.measure(runs.measure());
        var first = new DotStrip();
        first.showSpread(before, Tone.REFERENCE, Figures::time);
        var second = new DotStrip();
        second.showSpread(after, tone == Tone.NEUTRAL ? Tone.REFERENCE : tone, Figures::time);
        var third = new DotStrip();
        var estimate = runs.estimate();
        if (estimate == null || estimate.interval() == null) {
            third.showLoose(runs.ratios(), Figures::ratio);
        } else {
            third.showInterval(
                    runs.ratios(),
                    estimate.interval().low().value(),
                    estimate.ratio().value(),
                    estimate.interval().high().value(),
                    tone,
                    Figures::ratio);
        }
        return new VBox(
                2,
                head(
                        Compared.letter(runs.reference()),
                        Messages.text("compare.runs.median", Compared.median(before), measure)),
                first,
                head(
                        Compared.letter(runs.candidate()),
                        Messages.text("compare.runs.median", Compared.median(after), measure)),
                second,
                head(Messages.text("compare.runs.ratio"), runs.ratioWords()),
                third);
    }

    private static Node head(String left, String right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head =
                new HBox(
                        8,
                        Card.styled(new Label(left), "strip-title"),
                        gap,
                        Card.styled(new Label(right), "aside"));
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private Node table() {
        var table = new TableView<Integer>();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(column(Messages.text("compare.runs.pair"), 40, i -> Integer.toString(i + 1)));
        var first =
                column(
                        Messages.text("compare.runs.first"),
                        72,
                        i ->
                                Compared.letter(
                                        runs.pairs().get(i).candidateFirst()
                                                ? runs.candidate()
                                                : runs.reference()));
        first.getStyleClass().remove("figure");
        table.getColumns().add(first);
        table.getColumns()
                .add(
                        column(
                                Compared.letter(runs.reference()),
                                72,
                                i -> Figures.time(runs.pairs().get(i).baselineSeconds())));
        table.getColumns()
                .add(
                        column(
                                Compared.letter(runs.candidate()),
                                68,
                                i -> Figures.time(runs.pairs().get(i).candidateSeconds())));
        table.getColumns()
                .add(
                        column(
                                Messages.text("compare.runs.ratio-column"),
                                58,
                                i -> Figures.ratio(Math.exp(runs.pairs().get(i).logRatio()))));
        table.getItems().setAll(IntStream.range(0, runs.pairs().size()).boxed().toList());
        table.setFixedCellSize(26);
        table.setPrefHeight(226);
        return table;
    }

    private static TableColumn<Integer, String> column(
            String title, double width, Function<Integer, String> words) {
        var column = new TableColumn<Integer, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(words.apply(c.getValue())));
        column.setSortable(false);
        column.getStyleClass().add("figure");
        return column;
    }
}
