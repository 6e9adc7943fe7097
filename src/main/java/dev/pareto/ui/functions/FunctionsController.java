package dev.pareto.ui.functions;

import dev.pareto.profile.FunctionPlace;
import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.FillColumn;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Binds the table of functions and what is below it.
public final class FunctionsController {
    /// Below this width there is no room for places, and for calls only where they were counted.
    private static final double WIDE = 600;

    private final FunctionsViewModel model;
    private final FunctionActions actions;
    private final Map<FunctionColumn, TableColumn<FunctionRow, FunctionRow>> columns =
            new EnumMap<>(FunctionColumn.class);

    @FXML private StackPane root;
    @FXML private Notice notice;
    @FXML private VBox content;
    @FXML private ToggleButton own;
    @FXML private ToggleButton all;
    @FXML private TextField filter;
    @FXML private Label measure;
    @FXML private SplitPane split;
    @FXML private TableView<FunctionRow> table;
    @FXML private ListView<NeighbourRow> neighbours;

    @FXML private Button lines;

    private boolean following;

    public FunctionsController(FunctionsViewModel model, FunctionActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        notice.show(
                "oct-pulse-24",
                Messages.text("functions.none.title"),
                Messages.text("functions.none"));
        notice.offer(Messages.text("functions.profile"), "oct-pulse-16", actions.profile());
        notice.visibleProperty().bind(model.profiledProperty().not());
        content.visibleProperty().bind(model.profiledProperty());
        measure.textProperty().bind(model.measureProperty());
        filter.textProperty().bindBidirectional(model.filterProperty());
        var group = new ToggleGroup();
        group.getToggles().setAll(own, all);
        model.onlyOwnProperty().subscribe(o -> group.selectToggle(o ? own : all));
        own.setOnAction(_ -> choose(true));
        all.setOnAction(_ -> choose(false));
        showTable();
        lines.setTooltip(new Tooltip(Messages.text("functions.lines.tip")));
        lines.setOnAction(_ -> actions.lines().accept(picked()));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<FunctionRow>) _ -> offerLines());
        offerLines();
        neighbours.setItems(model.neighbours());
        neighbours.setCellFactory(_ -> new NeighbourCell(this::follow));
        neighbours.setOnKeyPressed(
                event -> {
                    NeighbourRow row = neighbours.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && row != null) {
                        follow(row);
                        event.consume();
                    }
                });
    }

    /// The own functions among those that are selected.
    private Set<FunctionPlace> picked() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null && row.isOwn() && row.cost().line() > 0)
                .filter(row -> !row.name().contains("<"))
                .map(row -> new FunctionPlace(row.cost().file().path(), row.cost().line()))
                .collect(Collectors.toSet());
    }

    private void offerLines() {
        int count = picked().size();
        lines.setDisable(count == 0);
        lines.setText(
                count > 1
                        ? Messages.text("functions.lines.many", Figures.count(count))
                        : Messages.text("functions.lines"));
    }

    /// A click on the chosen toggle leaves it chosen.
    private void choose(boolean onlyOwn) {
        model.onlyOwnProperty().set(onlyOwn);
        own.setSelected(onlyOwn);
        all.setSelected(!onlyOwn);
    }

    private void showTable() {
        for (FunctionColumn column : FunctionColumn.values()) {
            columns.put(column, column.column());
            table.getColumns().add(columns.get(column));
        }
        FillColumn.in(table, column(FunctionColumn.NAME));
        table.setFixedCellSize(28);
        table.setPlaceholder(new Label(Messages.text("functions.no-match")));
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSortOrder().add(columns.get(FunctionColumn.SELF));
        root.widthProperty().subscribe(_ -> fitColumns());
        model.measureProperty().subscribe(_ -> fitColumns());
        table.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
        model.selectedProperty().subscribe(this::followModel);
        table.setOnKeyPressed(
                event -> {
                    FunctionRow row = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && row != null) {
                        go(row);
                        event.consume();
                    }
                });
    }

    private void fitColumns() {
        boolean wide = root.getWidth() >= WIDE;
        boolean counted = model.rows().stream().anyMatch(r -> r.cost().calls().isPresent());
        column(FunctionColumn.PLACE).setVisible(wide);
        column(FunctionColumn.CALLS).setVisible(wide || counted);
        column(FunctionColumn.SELF).setVisible(wide || !counted);
    }

    private TableColumn<FunctionRow, FunctionRow> column(FunctionColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }

    private void onSelected(@Nullable FunctionRow row) {
        if (!following && row != null && !row.equals(model.selectedProperty().get())) {
            model.selectedProperty().set(row);
            go(row);
        }
    }

    private void go(FunctionRow row) {
        if (row.isOwn()) {
            actions.place().accept(row.cost().file().path(), row.cost().line());
        }
    }

    private void followModel(@Nullable FunctionRow row) {
        following = true;
        if (row == null) {
            table.getSelectionModel().clearSelection();
        } else if (!row.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().select(row);
            table.scrollTo(row);
        }
        following = false;
        neighbours.setVisible(row != null);
        if (row == null) {
            split.getItems().remove(neighbours);
        } else if (!split.getItems().contains(neighbours)) {
            split.getItems().add(neighbours);
            split.setDividerPositions(0.6);
        }
    }

    private void follow(NeighbourRow row) {
        if (row instanceof NeighbourRow.Entry entry) {
            model.select(entry);
        }
    }
}
