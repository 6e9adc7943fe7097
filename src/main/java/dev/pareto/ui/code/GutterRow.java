package dev.pareto.ui.code;

import dev.pareto.ui.control.HeatBar;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;

/// What stands beside one line: its share as figure and bar, hits, memory, number; and behind the
/// line's end the evidence, if there is some.
final class GutterRow extends Region {
    private static final PseudoClass HOT = PseudoClass.getPseudoClass("hot");
    private static final double NOTE_GAP = 4;

    private final GutterLayout layout;
    private final Map<GutterLayout.Column, Node> cells = new EnumMap<>(GutterLayout.Column.class);
    private final @Nullable Label note;

    /// @param line from 1; @param blank whether its line is, so that there is nothing to count
    GutterRow(OpenFile file, int line, boolean blank, GutterLayout layout) {
        this.layout = layout;
        getStyleClass().add("gutter");
        setMinWidth(layout.width());
        setPrefWidth(layout.width());
        setMaxWidth(layout.width());
        figure(GutterLayout.Column.LINE, Integer.toString(line), "number");
        LineFigures figures = file.figures(line);
        if (figures != null) {
            heat(figures, file.heat());
            var tip = new Tooltip(LineSentence.full(line, figures, file.heat()));
            Tooltip.install(this, tip);
            setAccessibleText(tip.getText());
        } else if (!blank && file.heat().kind() != FileHeat.Kind.NONE) {
            figure(GutterLayout.Column.HITS, "–", "hits");
        }
        String words = file.note(line);
        note = words == null ? null : new Label(words);
        boolean hot = figures != null && figures.hot();
        parentProperty().subscribe(box -> join(box, hot));
    }

    private void heat(LineFigures figures, FileHeat heat) {
        figure(GutterLayout.Column.SHARE, figures.share().toString(), "share");
        var bar = new HeatBar();
        bar.show(figures.share());
        bar.hatch(heat.stale());
        put(GutterLayout.Column.BAR, bar);
        figure(GutterLayout.Column.HITS, figures.hitsText(), "hits");
        figure(GutterLayout.Column.RSS, figures.rssText(), "rss");
    }

    private void figure(GutterLayout.Column column, String text, String style) {
        if (!text.isEmpty()) {
            var label = new Label(text);
            label.getStyleClass().addAll("figure", style);
            label.setAlignment(Pos.CENTER_RIGHT);
            put(column, label);
        }
    }

    private void put(GutterLayout.Column column, Node node) {
        if (layout.has(column)) {
            cells.put(column, node);
            getChildren().add(node);
        }
    }

    /// The box of the paragraph carries the colour of a hot line, and the text's end is where the
    /// note stands.
    private void join(@Nullable Parent box, boolean hot) {
        if (box == null) {
            return;
        }
        box.pseudoClassStateChanged(HOT, hot);
        if (note != null && !getChildren().contains(note)) {
            for (Node sibling : box.getChildrenUnmodifiable()) {
                if (sibling instanceof TextFlow text) {
                    follow(text, note);
                }
            }
        }
    }

    private void follow(TextFlow text, Label label) {
        label.getStyleClass().add("note");
        label.setManaged(false);
        label.setMouseTransparent(true);
        label.layoutXProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                        () -> text.getLayoutX() - getLayoutX() + text.prefWidth(-1),
                                        text.layoutXProperty(),
                                        layoutXProperty(),
                                        text.needsLayoutProperty())
                                .add(NOTE_GAP));
        label.visibleProperty().bind(label.layoutXProperty().greaterThan(layout.width()));
        getChildren().add(label);
    }

    @Override
    protected void layoutChildren() {
        cells.forEach((column, node) -> layout.place(column, node, getHeight()));
        if (note != null) {
            note.resize(note.prefWidth(-1), getHeight());
        }
    }
}
