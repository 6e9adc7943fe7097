package dev.pareto.ui.compare;

import dev.pareto.profile.Profile;
import dev.pareto.ui.control.Badge;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// Both sources, line beside line, scrolled together.
final class SourcesView extends VBox {
    static final double ROW = 24;

    private static final int MOST_ROWS = 16;

    /// Width of a character of the code font at 13 px: 0.6 of its size.
    private static final double CHARACTER = 7.8;

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final CompareViewModel model;
    private final DoubleProperty shift = new SimpleDoubleProperty();
    private final HBox files = Card.styled(new HBox(4), "files");
    private final HBox heads = Card.styled(new HBox(), "source-heads");
    private final ListView<SourceRow> list = new ListView<>();
    private final ScrollBar across = new ScrollBar();
    private final Label same = Card.styled(new Label(), "nothing");

    SourcesView(CompareViewModel model) {
        this.model = model;
        getStyleClass().add("sources");
        same.setText(Messages.text("compare.sources.same"));
        list.setId("sources");
        list.setAccessibleText(Messages.text("compare.sources"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new SourceCell(shift, model::unfold));
        list.setItems(model.rows());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        list.addEventFilter(ScrollEvent.SCROLL, this::onScroll);
        across.valueProperty().bindBidirectional(shift);
        getChildren().setAll(files, heads, list, across, same);
        model.rows().addListener((ListChangeListener<SourceRow>) _ -> fit());
        widthProperty().subscribe(_ -> fit());
        model.headlineProperty().subscribe(_ -> fillHeads());
        model.files().addListener((ListChangeListener<String>) _ -> fillFiles());
        model.fileProperty().subscribe(_ -> fillHeads());
        fillFiles();
        fit();
    }

    /// The list is as high as its rows, up to a limit; the bar across is there where a line is too
    /// long.
    private void fit() {
        int rows = model.rows().size();
        show(heads, rows > 0);
        show(list, rows > 0);
        show(same, rows == 0);
        double height = Math.min(MOST_ROWS, rows) * ROW + 1;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        double longest = 0;
        for (SourceRow row : model.rows()) {
            if (row instanceof SourceRow.Pair pair) {
                longest = Math.max(longest, Math.max(length(pair.left()), length(pair.right())));
            }
        }
        double room = SourceHalf.roomForCode(getWidth() / 2) - 8;
        double hidden = Math.max(0, longest * CHARACTER - room);
        across.setMax(hidden);
        across.setVisibleAmount(hidden * Math.min(1, room / (longest * CHARACTER + 1)));
        show(across, rows > 0 && hidden > 0);
        shift.set(Math.min(shift.get(), hidden));
    }

    private static int length(SourceRow.@Nullable Line line) {
        return line == null ? 0 : line.text().length();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void fillFiles() {
        var group = new ToggleGroup();
        files.getChildren().clear();
        for (String path : model.files()) {
            var tab = Card.styled(new ToggleButton(path), "small");
            tab.setToggleGroup(group);
            tab.setSelected(path.equals(model.fileProperty().get()));
            tab.setOnAction(
                    _ -> {
                        tab.setSelected(true);
                        model.selectFile(path);
                    });
            files.getChildren().add(tab);
        }
        show(files, model.files().size() > 1);
    }

    private void fillHeads() {
        heads.getChildren().setAll(head(model.reference()), head(model.candidate()));
    }

    private Node head(String id) {
        var head = Card.styled(new HBox(8), "source-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinWidth(0);
        head.setPrefWidth(0);
        HBox.setHgrow(head, Priority.ALWAYS);
        head.setMaxWidth(Double.MAX_VALUE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        model.variants().stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .ifPresent(
                        v -> {
                            var name = Card.styled(new Label(v.name()), "source-name");
                            name.setMinWidth(USE_PREF_SIZE);
                            head.getChildren()
                                    .setAll(
                                            new Badge(v.letter()),
                                            name,
                                            Card.styled(
                                                    new Label(model.fileProperty().get()), "muted"),
                                            gap,
                                            Card.styled(new Label(heat(id)), "muted"));
                        });
        return head;
    }

    private String heat(String id) {
        Profile profile = model.profile(id);
        if (profile == null) {
            return Messages.text("compare.sources.unprofiled");
        }
        return profile.engine().traced()
                ? Messages.text("compare.sources.traced", profile.engine().id())
                : Messages.text("compare.sources.share", profile.wall());
    }

    private void onScroll(ScrollEvent event) {
        if (event.getDeltaX() != 0 && across.isVisible()) {
            shift.set(Math.clamp(shift.get() - event.getDeltaX(), 0, across.getMax()));
            event.consume();
        }
    }

    private void onKey(KeyEvent event) {
        SourceRow row = list.getSelectionModel().getSelectedItem();
        if (COPY.match(event) && row instanceof SourceRow.Pair(_, var left, var right)) {
            var line = right == null ? left : right;
            var content = new ClipboardContent();
            content.putString(line == null ? "" : line.text());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && row instanceof SourceRow.Fold fold) {
            model.unfold(fold);
            event.consume();
        }
    }
}
