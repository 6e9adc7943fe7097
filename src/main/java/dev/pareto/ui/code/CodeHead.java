package dev.pareto.ui.code;

import dev.pareto.ui.fx.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import java.util.Locale;

/// The titles over the columns of the gutter, and the function that the caret is in.
final class CodeHead extends Region {
    private static final double LEFT = 12;

    private final Label time = title("", Pos.CENTER_LEFT);
    private final Label hits = title(Messages.text("code.column.hits"), Pos.CENTER_RIGHT);
    private final Label rss = title(Messages.text("code.column.rss"), Pos.CENTER_RIGHT);
    private final Label function = title("", Pos.CENTER_LEFT);

    private GutterLayout layout = new GutterLayout(true);

    CodeHead() {
        getStyleClass().add("code-head");
        time.setTooltip(new Tooltip(Messages.text("code.column.tip")));
        getChildren().addAll(time, hits, rss, function);
    }

    private static Label title(String text, Pos alignment) {
        var label = new Label(text);
        label.setAlignment(alignment);
        label.getStyleClass().add("column-title");
        return label;
    }

    void show(FileHeat.Kind kind) {
        time.setText(
                Messages.text(
                        kind == FileHeat.Kind.NONE
                                ? "code.column.time"
                                : "code.column.time." + kind.name().toLowerCase(Locale.ROOT)));
    }

    void setFunction(String name) {
        function.setText(name);
    }

    void setLayout(GutterLayout shown) {
        layout = shown;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        time.resizeRelocate(LEFT, 0, layout.x(GutterLayout.Column.BAR) + 36 - LEFT, height);
        layout.place(GutterLayout.Column.HITS, hits, height);
        layout.place(GutterLayout.Column.RSS, rss, height);
        double code = layout.width();
        function.resizeRelocate(code, 0, Math.max(0, getWidth() - code), height);
    }
}
