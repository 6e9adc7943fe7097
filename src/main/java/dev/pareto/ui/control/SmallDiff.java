package dev.pareto.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;

/// A difference in a few lines: the number in the old text, the sign, the code. Sign and place say
/// what the colour says.
public final class SmallDiff extends VBox {
    private static final int MOST_ROWS = 14;

    public SmallDiff() {
        getStyleClass().add("small-diff");
        setMinWidth(0);
    }

    /// Shows a unified diff; of a long one the beginning.
    ///
    /// @param more what to say under a long one, `{0}` is how many lines are not shown
    public void show(String unified, String more) {
        List<DiffLine> lines = DiffLine.read(unified);
        getChildren().clear();
        lines.stream().limit(MOST_ROWS).map(SmallDiff::row).forEach(getChildren()::add);
        if (lines.size() > MOST_ROWS) {
            var rest = new Label(more.replace("{0}", "" + (lines.size() - MOST_ROWS)));
            rest.getStyleClass().add("diff-more");
            getChildren().add(rest);
        }
    }

    private static Node row(DiffLine line) {
        var number = new Label(line.number() == 0 ? "" : "" + line.number());
        number.getStyleClass().add("diff-number");
        number.setMinWidth(30);
        number.setMaxWidth(30);
        var sign =
                new Label(
                        switch (line.kind()) {
                            case ADDED -> "+";
                            case REMOVED -> "-";
                            case GAP -> "⋮";
                            case SAME, FILE -> "";
                        });
        sign.getStyleClass().add("diff-sign");
        sign.setMinWidth(14);
        sign.setMaxWidth(14);
        var code = new Label(line.text().replace("\t", "    "));
        code.setMinWidth(0);
        HBox.setHgrow(code, Priority.ALWAYS);
        var row =
                line.kind() == DiffLine.Kind.FILE
                        ? new HBox(8, new Label("  " + line.text()))
                        : new HBox(8, number, sign, code);
        row.getStyleClass().addAll("diff-row", line.kind().name().toLowerCase(Locale.ROOT));
        return row;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
