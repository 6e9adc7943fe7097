package dev.pareto.ui.variants;

import dev.pareto.ui.control.Badge;
import dev.pareto.ui.control.ChangeLabel;
import dev.pareto.ui.control.ForestPlot;
import dev.pareto.ui.control.Glyph;
import dev.pareto.ui.control.VerdictChip;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/// One row of the table.
final class VariantCell extends ListCell<VariantRow> {
    private static final double HEIGHT = 28;

    private final VariantsViewModel model;
    private final VariantActions actions;

    VariantCell(VariantsViewModel model, VariantActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("variant-row");
        setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable VariantRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setContextMenu(null);
        boolean separator = !empty && row instanceof VariantRow.Separator;
        setMouseTransparent(separator);
        switch (empty ? null : row) {
            case null -> setGraphic(null);
            case VariantRow.Separator(String text) -> setGraphic(separator(text));
            case VariantRow.Entry entry -> {
                setGraphic(pane(entry));
                setAccessibleText(VariantSentence.of(entry));
                setContextMenu(VariantMenu.of(entry, actions));
            }
        }
    }

    private static Node separator(String text) {
        var label = new Label(text);
        label.getStyleClass().add("separator-row");
        label.setMinHeight(HEIGHT - 4);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private Node pane(VariantRow.Entry row) {
        var pane = new RowPane(HEIGHT);
        pane.put(VariantColumn.VARIANT, variant(row));
        pane.put(VariantColumn.TIME, time(row.time()));
        pane.put(VariantColumn.VERDICT, verdict(row));
        pane.put(VariantColumn.RATIO, figure(row.ratio(), "ratio"));
        pane.put(VariantColumn.INTERVAL, figure(row.interval(), "interval"));
        var plot = new ForestPlot();
        plot.show(model.axisProperty().get(), row.mark());
        pane.put(VariantColumn.FOREST, plot);
        pane.put(VariantColumn.MEMORY, memory(row));
        pane.put(VariantColumn.OUTPUT, output(row));
        pane.put(VariantColumn.PAIRS, figure(row.pairs(), "pairs"));
        return pane;
    }

    private static Node variant(VariantRow.Entry row) {
        var name = new Label(row.name());
        name.getStyleClass().add("variant-name");
        name.setMinWidth(row.name().length() > 18 ? 100 : USE_PREF_SIZE);
        var origin = new Label(row.origin());
        origin.getStyleClass().add("muted");
        origin.setMinWidth(0);
        return line(8, new Badge(row.reference() ? "" : row.id()), name, origin);
    }

    private static Node time(VariantRow.@Nullable Time time) {
        if (time == null) {
            return line(6, right(figure("–", "time")), new Label(""));
        }
        Label figure = figure(time.text(), "time");
        figure.setTooltip(new Tooltip(time.detail()));
        var measure = new Label(time.measure());
        measure.getStyleClass().add("muted");
        measure.setMinWidth(30);
        return line(6, right(figure), measure);
    }

    private static Node verdict(VariantRow.Entry row) {
        var judged = row.verdict();
        if (judged == null) {
            return muted(
                    row.output().sameness() == VariantRow.Sameness.REFERENCE
                            ? row.output().text()
                            : "–");
        }
        var chip = new VerdictChip();
        chip.show(judged.state(), judged.text());
        if (!judged.detail().isEmpty()) {
            chip.setTooltip(new Tooltip(judged.detail()));
        }
        return line(0, chip);
    }

    private static Node memory(VariantRow.Entry row) {
        Label peak = figure(row.peak(), "peak");
        peak.setMinWidth(68);
        var change = new ChangeLabel();
        if (row.change() != null) {
            change.show(row.change().tone(), row.change().text());
        }
        return line(10, peak, change);
    }

    private Node output(VariantRow.Entry row) {
        return switch (row.output().sameness()) {
            case SAME -> {
                var check = Glyph.CHECK.shape();
                check.getStyleClass().add("good");
                yield line(8, check, new Label(row.output().text()));
            }
            case CHANGED -> {
                var unequal = Glyph.UNEQUAL.shape();
                unequal.getStyleClass().add("bad");
                var link = new Hyperlink(row.output().text());
                link.setOnAction(_ -> actions.difference().accept(row.id()));
                yield line(6, unequal, link);
            }
            case REFERENCE, UNKNOWN -> muted(row.output().text());
        };
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label figure(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll("figure", style);
        return label;
    }

    private static Label right(Label label) {
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setMinWidth(84);
        return label;
    }

    private static HBox line(double gap, Node... nodes) {
        var line = new HBox(gap, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
