package dev.pareto.ui.files;

import dev.pareto.ui.fx.Messages;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Binds the tree of files, and folds it to a strip.
public final class FilesController {
    /// A folder with less of the time is closed at first.
    private static final double WORTH_OPENING = 0.01;

    private final FilesViewModel model;
    private final FilesActions actions;
    private final BoundBar bar = new BoundBar();

    /// Path → whether the person has opened or closed it.
    private final Map<String, Boolean> expanded = new HashMap<>();

    @FXML private Node strip;
    @FXML private Button unfold;
    @FXML private Node panel;
    @FXML private Button fold;
    @FXML private TreeView<FileRow> tree;
    @FXML private Node boundBox;
    @FXML private StackPane barPlace;
    @FXML private Label boundWord;
    @FXML private Label boundRest;

    private boolean filling;

    public FilesController(FilesViewModel model, FilesActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        barPlace.getChildren().setAll(bar);
        tree.setShowRoot(false);
        tree.setRoot(new TreeItem<>());
        tree.setFixedCellSize(24);
        tree.setCellFactory(_ -> new FileCell(this::open));
        tree.setOnKeyPressed(
                event -> {
                    TreeItem<FileRow> item = tree.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && item != null) {
                        open(item.getValue());
                        event.consume();
                    }
                });
        model.treeProperty().subscribe(this::fill);
        model.selectedProperty().subscribe(this::select);
        model.boundProperty().subscribe(this::showBound);
        fold.setOnAction(_ -> turn(true));
        unfold.setOnAction(_ -> turn(false));
        fold.setTooltip(new Tooltip(Messages.text("files.fold")));
        unfold.setTooltip(new Tooltip(Messages.text("files.unfold")));
        model.foldedProperty()
                .subscribe(
                        folded -> {
                            show(strip, folded);
                            show(panel, !folded);
                        });
    }

    /// The focus stays with the button that turns it back.
    private void turn(boolean folded) {
        model.foldedProperty().set(folded);
        (folded ? unfold : fold).requestFocus();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void open(FileRow row) {
        if (row.kind() == FileRow.Kind.FILE) {
            actions.open().accept(row.path());
        }
    }

    private void fill(List<FileTree> rows) {
        filling = true;
        tree.getRoot().getChildren().setAll(rows.stream().map(this::item).toList());
        filling = false;
        select(model.selectedProperty().get());
    }

    private TreeItem<FileRow> item(FileTree node) {
        FileRow row = node.row();
        var item = new TreeItem<>(row);
        item.getChildren().setAll(node.children().stream().map(this::item).toList());
        boolean first =
                row.kind() == FileRow.Kind.ROOT
                        || row.changed()
                        || (row.share() != null && row.share().fraction() >= WORTH_OPENING);
        item.setExpanded(expanded.getOrDefault(row.path(), first));
        item.expandedProperty()
                .addListener(
                        (_, _, open) -> {
                            if (!filling) {
                                expanded.put(row.path(), open);
                            }
                        });
        return item;
    }

    private void select(String path) {
        TreeItem<FileRow> found = path.isEmpty() ? null : find(tree.getRoot(), path);
        if (found == null) {
            tree.getSelectionModel().clearSelection();
            return;
        }
        for (var above = found.getParent(); above != null; above = above.getParent()) {
            above.setExpanded(true);
        }
        tree.getSelectionModel().select(found);
    }

    private static @Nullable TreeItem<FileRow> find(TreeItem<FileRow> item, String path) {
        for (TreeItem<FileRow> child : item.getChildren()) {
            FileRow row = child.getValue();
            if (row.kind() == FileRow.Kind.FILE && row.path().equals(path)) {
                return child;
            }
            TreeItem<FileRow> below = find(child, path);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private void showBound(@Nullable Bound bound) {
        show(boundBox, bound != null);
        bar.show(bound);
        if (bound != null) {
            boolean waiting = bound.isWaiting();
            boundWord.setText(
                    Messages.text(waiting ? "files.bound.waiting" : "files.bound.cpu")
                            + " "
                            + (waiting ? bound.waiting() : bound.cpu()));
            boundRest.setText(
                    Messages.text(waiting ? "files.bound.waiting.rest" : "files.bound.cpu.rest"));
        }
    }
}
