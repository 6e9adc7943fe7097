package dev.pareto.ui.files;

import dev.pareto.quantity.Share;
import dev.pareto.ui.control.HeatBar;
import dev.pareto.ui.fx.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Objects;
import java.util.function.Consumer;

/// One row of the tree: a click on a file opens it.
final class FileCell extends TreeCell<FileRow> {
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Circle dot = new Circle(3);
    private final Label share = new Label();
    private final HeatBar bar = new HeatBar();
    private final HBox row;

    FileCell(Consumer<FileRow> open) {
        name.setMinWidth(0);
        dot.getStyleClass().add("changed-dot");
        dot.managedProperty().bind(dot.visibleProperty());
        share.getStyleClass().addAll("figure", "share");
        share.setMinWidth(USE_PREF_SIZE);
        bar.setMinWidth(30);
        bar.setPrefWidth(30);
        bar.setMaxWidth(30);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(6, icon, name, dot, gap, share, bar);
        row.setAlignment(Pos.CENTER_LEFT);
        // The tree makes cells as wide as their content, and would scroll sideways.
        setPrefWidth(0);
        setOnMouseClicked(
                _ -> {
                    if (getItem() != null) {
                        open.accept(getItem());
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable FileRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(empty || item == null ? null : row);
        setAccessibleText(null);
        if (!empty && item != null) {
            fill(item);
        }
    }

    private void fill(FileRow item) {
        switch (item.kind()) {
            case ROOT, FOLDER -> icon.setIconLiteral("oct-file-directory-16");
            case FILE -> icon.setIconLiteral("oct-file-code-16");
            case STARTUP -> icon.setIconLiteral("oct-play-16");
        }
        name.setText(item.name());
        dot.setVisible(item.changed() && item.kind() != FileRow.Kind.ROOT);
        // The whole says nothing: it is all but start-up and libraries.
        boolean figures = item.kind() != FileRow.Kind.ROOT && item.share() != null;
        share.setText(figures ? item.shareText() : "");
        bar.show(figures ? Objects.requireNonNull(item.share()) : Share.ZERO);
        bar.hatch(item.stale());
        setAccessibleText(sentence(item, figures));
    }

    private static String sentence(FileRow item, boolean figures) {
        String text = item.changed() ? Messages.text("files.changed", item.name()) : item.name();
        return figures ? text + ", " + Messages.text("files.about", item.shareText()) : text;
    }
}
