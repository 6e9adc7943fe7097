package dev.pareto.ui.flame;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The graph as a table: what it says to the eye, in words. Rows are made when their caller is
/// opened.
final class FlameTable {
    private final FlameViewModel model;
    private final TreeTableView<FlameNode> table;
    private boolean following;

    private FlameTable(FlameViewModel model, TreeTableView<FlameNode> table) {
        this.model = model;
        this.table = table;
    }

    /// Has a table follow the graph, and the graph its selection.
    static void bind(FlameViewModel model, TreeTableView<FlameNode> table) {
        new FlameTable(model, table).start();
    }

    private final List<TreeTableColumn<FlameNode, String>> comparing = new ArrayList<>();

    private void start() {
        add("flame.table.name", 200, FlamePainter::name, "words");
        add("flame.table.total", 76, n -> Figures.time(n.total()), "figures");
        add("flame.table.share", 76, n -> model.share(n).toString(), "figures");
        add("flame.table.self", 76, n -> Figures.time(n.self()), "figures");
        comparing.add(add("flame.table.before", 76, n -> Figures.time(n.before()), "figures"));
        comparing.add(add("flame.table.change", 92, FlameNode::changeWords, "figures"));
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setFixedCellSize(28);
        model.rootProperty().subscribe(this::showRoot);
        table.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
        model.selectedProperty().subscribe(this::follow);
    }

    private TreeTableColumn<FlameNode, String> add(
            String title, double width, Function<FlameNode, String> text, String style) {
        var column = new TreeTableColumn<FlameNode, String>(Messages.text(title));
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue().getValue())));
        column.getStyleClass().add(style);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        if (!style.equals("words")) {
            column.setMinWidth(width);
            column.setMaxWidth(width);
        }
        table.getColumns().add(column);
        return column;
    }

    private void showRoot(@Nullable FlameNode root) {
        comparing.forEach(column -> column.setVisible(model.isCompared()));
        if (root == null) {
            table.setRoot(null);
            return;
        }
        var item = new Item(root);
        item.setExpanded(true);
        table.setRoot(item);
    }

    private void onSelected(@Nullable TreeItem<FlameNode> item) {
        if (!following && item != null) {
            model.selectedProperty().set(item.getValue());
        }
    }

    /// Opens all callers of the selected frame, and selects its row.
    private void follow(@Nullable FlameNode node) {
        TreeItem<FlameNode> item = table.getRoot();
        if (node == null || item == null) {
            return;
        }
        for (FlameNode step : node.path().subList(1, node.path().size())) {
            item.setExpanded(true);
            item =
                    item.getChildren().stream()
                            .filter(child -> child.getValue() == step)
                            .findFirst()
                            .orElse(item);
        }
        following = true;
        table.getSelectionModel().select(item);
        following = false;
    }

    /// A row that knows its callees when it is asked for them.
    private static final class Item extends TreeItem<FlameNode> {
        private boolean filled;

        Item(FlameNode node) {
            super(node);
        }

        @Override
        public boolean isLeaf() {
            return getValue().children().isEmpty();
        }

        @Override
        public ObservableList<TreeItem<FlameNode>> getChildren() {
            if (!filled) {
                filled = true;
                super.getChildren().setAll(getValue().children().stream().map(Item::new).toList());
            }
            return super.getChildren();
        }
    }
}
