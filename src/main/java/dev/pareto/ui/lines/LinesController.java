package dev.pareto.ui.lines;

import dev.pareto.ui.control.ChartView;
import dev.pareto.ui.control.FillColumn;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jfree.chart.entity.CategoryItemEntity;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Binds the Pareto chart and the table below it, which says the same.
public final class LinesController {
    private static final double WIDE = 600;
    private static final double BAR = 30;
    private static final double AXIS = 70;

    private final LinesViewModel model;
    private final LineActions actions;
    private final Map<LineColumn, TableColumn<LineRow, LineRow>> columns =
            new EnumMap<>(LineColumn.class);

    @FXML private StackPane root;
    @FXML private Notice notice;
    @FXML private VBox content;
    @FXML private Label heading;
    @FXML private Label measure;
    @FXML private ChartView chart;
    @FXML private TableView<LineRow> table;

    private boolean following;
    private int bars;

    public LinesController(LinesViewModel model, LineActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        notice.show("oct-graph-24", Messages.text("lines.none.title"), Messages.text("lines.none"));
        notice.offer(Messages.text("lines.profile"), "oct-pulse-16", actions.profile());
        notice.visibleProperty().bind(model.profiledProperty().not());
        content.visibleProperty().bind(model.profiledProperty());
        heading.textProperty().bind(model.headingProperty());
        measure.textProperty().bind(model.measureProperty());
        showTable();
        chart.setOnMouseClicked(this::onChart);
        chart.widthProperty().subscribe(() -> drawBars(false));
        model.rows().addListener((ListChangeListener<LineRow>) _ -> drawBars(true));
        drawBars(true);
    }

    private void showTable() {
        for (LineColumn column : LineColumn.values()) {
            columns.put(column, column.column());
            table.getColumns().add(columns.get(column));
        }
        FillColumn.in(table, column(LineColumn.CODE));
        table.setFixedCellSize(28);
        table.setPlaceholder(new Label(Messages.text("lines.heading.none")));
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSortOrder().add(column(LineColumn.SHARE));
        root.widthProperty()
                .subscribe(
                        width -> {
                            boolean wide = width.doubleValue() >= WIDE;
                            column(LineColumn.HITS).setVisible(wide);
                            column(LineColumn.TIME).setVisible(wide);
                            column(LineColumn.SUM).setVisible(wide);
                        });
        table.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
        model.selectedProperty().subscribe(this::followModel);
        table.setOnKeyPressed(
                event -> {
                    LineRow row = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && row != null) {
                        go(row);
                        event.consume();
                    }
                });
    }

    private TableColumn<LineRow, LineRow> column(LineColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }

    /// As many bars as there is room for.
    private void drawBars(boolean changed) {
        int room = (int) Math.max(5, (chart.getWidth() - AXIS) / BAR);
        int fit = Math.min(room, model.rows().size());
        if (!changed && fit == bars) {
            return;
        }
        bars = fit;
        if (fit == 0) {
            chart.clear();
            return;
        }
        List<LineRow> shown = List.copyOf(model.rows().subList(0, fit));
        chart.show(theme -> ParetoChart.of(shown, theme), words(shown));
    }

    private String words(List<LineRow> rows) {
        return model.headingProperty().get()
                + ". "
                + rows.stream()
                        .map(r -> r.place() + " " + r.share())
                        .collect(Collectors.joining(", "));
    }

    private void onChart(MouseEvent event) {
        chart.at(event.getX(), event.getY())
                .filter(CategoryItemEntity.class::isInstance)
                .map(CategoryItemEntity.class::cast)
                .map(e -> e.getDataset().getColumnIndex(e.getColumnKey()))
                .filter(i -> i >= 0 && i < model.rows().size())
                .ifPresent(i -> choose(model.rows().get(i)));
    }

    private void onSelected(@Nullable LineRow row) {
        if (!following && row != null && !row.equals(model.selectedProperty().get())) {
            choose(row);
        }
    }

    private void choose(LineRow row) {
        model.selectedProperty().set(row);
        go(row);
    }

    private void go(LineRow row) {
        actions.place().accept(row.path(), row.line());
    }

    private void followModel(@Nullable LineRow row) {
        following = true;
        if (row == null) {
            table.getSelectionModel().clearSelection();
        } else if (!row.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(row);
            table.scrollTo(row);
        }
        following = false;
    }
}
