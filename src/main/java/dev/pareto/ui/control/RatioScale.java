package dev.pareto.ui.control;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A logarithmic scale of gains from 1×: what is predicted (a bar), what it can be at most (a
/// line), and the best that was measured so far (a ring), each with its word.
public final class RatioScale extends Region {
    private static final double INSET = 12;
    private static final double LINE = 22;
    private static final double TICK_TEXT = 30;

    private final Rectangle line = box("scale-line");
    private final Rectangle range = box("scale-range");
    private final Rectangle limitMark = box("scale-limit");
    private final Circle bestMark = new Circle(4.5);
    private final Label predictedWord = word("predicted", "scale-predicted");
    private final Label limitWord = word("limit", "scale-word");
    private final Label bestWord = word("", "scale-word");
    private final List<Label> ticks = new ArrayList<>();
    private final List<Rectangle> tickMarks = new ArrayList<>();

    private LogAxis axis = new LogAxis(1, 20);
    private RatioInterval predicted = RatioInterval.of(1, 1);
    private Ratio limit = Ratio.ONE;
    private @Nullable Best best;

    /// The best measured gain so far, and of which variant.
    public record Best(String variant, Ratio ratio) {}

    public RatioScale() {
        getStyleClass().add("ratio-scale");
        bestMark.getStyleClass().add("scale-best");
        setMinHeight(46);
        setPrefSize(344, 46);
    }

    /// Shows a prediction; a limit that is infinite has no mark.
    public void show(RatioInterval range, Ratio atMost, @Nullable Best soFar) {
        predicted = range;
        limit = atMost;
        best = soFar;
        axis =
                new LogAxis(1, 2)
                        .covering(
                                range.high().value() * 1.1,
                                atMost.value() * 1.1,
                                soFar == null ? 1 : soFar.ratio().value());
        setAccessibleText(words());
        rebuild();
        requestLayout();
    }

    /// Shows a prediction beside what came of it.
    public void showMeasured(RatioInterval range, Ratio atMost, Ratio measured) {
        show(range, atMost, new Best("", measured));
        bestWord.setText("measured");
        setAccessibleText("predicted " + range + ", at most " + atMost + ", measured " + measured);
    }

    private String words() {
        String text = "predicted " + predicted + ", at most " + limit;
        return best == null
                ? text
                : text + ", best so far " + best.ratio() + " with " + best.variant();
    }

    private void rebuild() {
        ticks.clear();
        tickMarks.clear();
        for (double tick : axis.ticks()) {
            ticks.add(word(ForestAxis.words(tick), "scale-tick"));
            tickMarks.add(box("scale-line"));
        }
        getChildren().setAll(line);
        getChildren().addAll(tickMarks);
        getChildren().addAll(ticks);
        getChildren().addAll(range, limitMark, predictedWord);
        if (Double.isFinite(limit.value())) {
            getChildren().add(limitWord);
        }
        limitMark.setVisible(Double.isFinite(limit.value()));
        if (best != null) {
            bestWord.setText("best so far, " + best.variant());
            getChildren().addAll(bestMark, bestWord);
        }
    }

    @Override
    protected void layoutChildren() {
        place(line, INSET, LINE, getWidth() - 2 * INSET, 1);
        double low = x(predicted.low().value());
        double high = Math.max(x(predicted.high().value()), low + 4);
        place(range, low, LINE - 6, high - low, 13);
        double atLimit = x(limit.value());
        place(limitMark, atLimit - 1, LINE - 9, 2, 19);
        double under = put(predictedWord, (low + high) / 2, TICK_TEXT);
        double underEnd = under + predictedWord.prefWidth(-1);
        layoutTicks(under, underEnd);
        layoutWordsAbove(atLimit);
    }

    private void layoutTicks(double takenFrom, double takenTo) {
        int index = 0;
        for (double tick : axis.ticks()) {
            place(tickMarks.get(index), x(tick), LINE - 4, 1, 9);
            Label label = ticks.get(index++);
            double at = put(label, x(tick), TICK_TEXT);
            label.setVisible(at + label.prefWidth(-1) + 4 < takenFrom || at > takenTo + 4);
        }
    }

    /// The limit's word goes right of its line where there is room, the best one's out of its way.
    private void layoutWordsAbove(double atLimit) {
        double limitWidth = limitWord.prefWidth(-1);
        boolean room = atLimit + 5 + limitWidth <= getWidth();
        double limitAt = room ? atLimit + 5 : atLimit - 5 - limitWidth;
        limitWord.resizeRelocate(limitAt, 0, limitWidth, 16);
        if (best == null) {
            return;
        }
        double at = x(best.ratio().value());
        bestMark.setCenterX(at);
        bestMark.setCenterY(LINE + 0.5);
        double width = bestWord.prefWidth(-1);
        double start = Math.clamp(at + 8, 0, Math.max(0, getWidth() - width));
        boolean clash =
                limitWord.getParent() != null
                        && start < limitAt + limitWidth + 4
                        && start + width + 4 > limitAt;
        bestWord.resizeRelocate(
                clash ? Math.max(0, Math.min(at + 4, limitAt - 6) - width) : start, 0, width, 16);
    }

    private double put(Label label, double centre, double y) {
        double width = label.prefWidth(-1);
        double x = Math.clamp(centre - width / 2, 0, Math.max(0, getWidth() - width));
        label.resizeRelocate(x, y, width, 16);
        return x;
    }

    private double x(double ratio) {
        return INSET + axis.position(ratio) * (getWidth() - 2 * INSET);
    }

    private void place(Rectangle box, double x, double y, double width, double height) {
        box.setX(snapPositionX(x));
        box.setY(y);
        box.setWidth(Math.max(0, width));
        box.setHeight(height);
    }

    private static Rectangle box(String style) {
        var box = new Rectangle();
        box.getStyleClass().add(style);
        box.setManaged(false);
        return box;
    }

    private static Label word(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
