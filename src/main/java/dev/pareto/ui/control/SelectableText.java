package dev.pareto.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/// Text that wraps and is as high as it needs, like a label, but can be selected and copied.
public final class SelectableText extends TextArea {
    private static final double SPARE = 2;

    private final Text ruler = new Text();

    // The properties used are made by the superclass, before this.
    @SuppressWarnings("this-escape")
    public SelectableText() {
        getStyleClass().add("selectable-text");
        setEditable(false);
        setWrapText(true);
        setPrefRowCount(1);
        textProperty().subscribe(_ -> requestLayout());
        fontProperty().subscribe(_ -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = width < 0 ? getWidth() : width;
        Insets insets = getInsets();
        ruler.setFont(getFont());
        ruler.setText(getText());
        ruler.setWrappingWidth(
                Math.max(40, across - insets.getLeft() - insets.getRight() - 2 * SPARE));
        return Math.ceil(
                ruler.getLayoutBounds().getHeight()
                        + insets.getTop()
                        + insets.getBottom()
                        + 2 * SPARE);
    }

    /// As wide as it is without a break; a text area would ask for 40 columns, and whoever lays out
    /// by that gives it the height of more lines than it has.
    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        ruler.setFont(getFont());
        ruler.setText(getText());
        ruler.setWrappingWidth(0);
        return Math.ceil(
                ruler.getLayoutBounds().getWidth()
                        + insets.getLeft()
                        + insets.getRight()
                        + 2 * SPARE);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
