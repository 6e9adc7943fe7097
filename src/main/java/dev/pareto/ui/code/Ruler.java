package dev.pareto.ui.code;

import dev.pareto.ui.control.HeatBar;
import dev.pareto.ui.control.Theme;
import dev.pareto.ui.control.ThemedRegion;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/// The whole file at a glance: where the hot lines are, and which part is in view. A press or a
/// drag goes there, so it is the scroll bar too.
final class Ruler extends ThemedRegion {
    private static final PseudoClass HOT = PseudoClass.getPseudoClass("hot");

    /// More marks than pixels say nothing.
    private static final int MOST = 200;

    private static final double WIDTH = 16;

    private final Region window = new Region();
    private final List<Node> marks = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private double lines = 1;
    private double first;
    private double inView = 1;

    /// @param seek is asked to bring a part of the file (0 to 1) to the middle
    Ruler(DoubleConsumer seek) {
        getStyleClass().add("ruler");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        window.getStyleClass().add("window");
        window.setMouseTransparent(true);
        getChildren().add(window);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> seek.accept(part(e)));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> seek.accept(part(e)));
    }

    private double part(MouseEvent event) {
        return Math.clamp(event.getY() / Math.max(1, getHeight()), 0, 1) * total() / lines;
    }

    void show(OpenFile file) {
        getChildren().removeAll(marks);
        marks.clear();
        places.clear();
        lines = file.lines();
        List<Integer> hottest =
                file.heated().stream()
                        .sorted((a, b) -> Double.compare(share(file, b), share(file, a)))
                        .limit(MOST)
                        .toList()
                        .reversed();
        for (int line : hottest) {
            LineFigures figures = file.figures(line);
            if (figures != null) {
                var mark = new Region();
                mark.getStyleClass().add("heat");
                mark.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass("step-" + HeatBar.step(figures.share())), true);
                mark.pseudoClassStateChanged(HOT, figures.hot());
                marks.add(mark);
                places.add(line);
            }
        }
        getChildren().addAll(marks);
        requestLayout();
    }

    private static double share(OpenFile file, int line) {
        LineFigures figures = file.figures(line);
        return figures == null ? 0 : figures.share().fraction();
    }

    /// Says which part is in view, in lines.
    void view(double firstLine, double count) {
        if (firstLine != first || count != inView) {
            first = firstLine;
            inView = count;
            requestLayout();
        }
    }

    /// A short file fills only the part of the ruler that it fills of the editor.
    private double total() {
        return Math.max(lines, inView);
    }

    @Override
    protected void layoutChildren() {
        double step = getHeight() / total();
        double top = snapPositionY(first * step);
        window.resizeRelocate(
                0, top, getWidth(), Math.min(getHeight() - top, Math.max(12, inView * step)));
        for (int i = 0; i < marks.size(); i++) {
            boolean hot = marks.get(i).getPseudoClassStates().contains(HOT);
            double height = hot ? 6 : 3;
            double y = snapPositionY((places.get(i) - 0.5) * step - height / 2);
            marks.get(i).resizeRelocate(3, y, getWidth() - 6, height);
        }
    }

    /// The colours come by style class; only places are worked out here.
    @Override
    protected void draw(Theme theme) {}
}
