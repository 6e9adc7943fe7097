package dev.pareto.ui.compare;

import dev.pareto.quantity.Share;
import dev.pareto.source.DiffRow;
import dev.pareto.ui.control.HeatBar;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// One side of a row: share of the time, heat, line number, sign, code.
final class SourceHalf extends Region {
    private static final double SHARE = 64;
    private static final double BAR = 44;
    private static final double NUMBER = 36;
    private static final double SIGN = 20;

    /// Below this width the bar goes; the figure beside it says the same.
    private static final double ROOM_FOR_BAR = 560;

    private final Label share = Card.styled(new Label(), "figure", "share");
    private final HeatBar bar = new HeatBar();
    private final Label number = Card.styled(new Label(), "figure", "number");
    private final Label sign = Card.styled(new Label(), "figure", "sign");
    private final HBox code = Card.styled(new HBox(), "source-code");
    private final Pane holder = new Pane(code);
    private final Rectangle clip = new Rectangle();
    private final ObservableDoubleValue shift;

    /// @param shift how far the code is scrolled to the right, in pixels
    SourceHalf(ObservableDoubleValue shift) {
        this.shift = shift;
        share.setAlignment(Pos.CENTER_RIGHT);
        number.setAlignment(Pos.CENTER_RIGHT);
        sign.setAlignment(Pos.CENTER);
        code.setAlignment(Pos.CENTER_LEFT);
        code.setManaged(false);
        holder.setClip(clip);
        holder.setManaged(false);
        getChildren().setAll(share, bar, number, sign, holder);
        shift.subscribe(_ -> requestLayout());
        setMinWidth(0);
    }

    /// @param left whether this is the reference's side
    void show(DiffRow.Kind kind, SourceRow.@Nullable Line line, boolean left) {
        getStyleClass().setAll("source-half");
        code.getChildren().clear();
        bar.setVisible(false);
        share.setText("");
        number.setText("");
        sign.setText("");
        if (line == null) {
            getStyleClass().add("absent");
            return;
        }
        number.setText(Integer.toString(line.number()));
        if (kind != DiffRow.Kind.SAME) {
            getStyleClass().add(left ? "removed" : "added");
            sign.setText(left ? "-" : "+");
        }
        Share part = line.share();
        if (part != null && part.fraction() > 0) {
            share.setText(part.toString());
            bar.show(part);
            bar.setVisible(true);
        }
        for (Segment segment : line.segments()) {
            code.getChildren().add(label(segment));
        }
    }

    private static Node label(Segment segment) {
        var label = Card.styled(new Label(segment.text()), "code");
        label.setMinWidth(USE_PREF_SIZE);
        if (segment.kind() != null) {
            label.getStyleClass().add(segment.kind().name().toLowerCase(Locale.ROOT));
        }
        if (segment.changed()) {
            label.getStyleClass().add("word");
        }
        return label;
    }

    /// How much of the width the code has.
    static double roomForCode(double width) {
        return width - SHARE - (width < ROOM_FOR_BAR ? 0 : BAR + 8) - NUMBER - SIGN;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double x = 0;
        share.resizeRelocate(x, 0, SHARE, height);
        x += SHARE;
        boolean room = getWidth() >= ROOM_FOR_BAR;
        bar.setOpacity(room ? 1 : 0);
        if (room) {
            bar.resizeRelocate(x + 8, (height - 12) / 2, BAR, 12);
            x += BAR + 8;
        }
        number.resizeRelocate(x, 0, NUMBER, height);
        sign.resizeRelocate(x + NUMBER, 0, SIGN, height);
        x += NUMBER + SIGN;
        holder.relocate(x, 0);
        clip.setWidth(Math.max(0, getWidth() - x - 4));
        clip.setHeight(height);
        code.resizeRelocate(-shift.get(), 0, Math.max(1, code.prefWidth(-1)), height);
    }
}
