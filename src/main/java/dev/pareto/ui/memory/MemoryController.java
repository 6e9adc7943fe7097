package dev.pareto.ui.memory;

import dev.pareto.profile.MemoryTimeline;
import dev.pareto.ui.control.ChartView;
import dev.pareto.ui.control.FillColumn;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.fx.Messages;

import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Binds the memory view.
public final class MemoryController {
    private static final double WIDE = 600;

    private final MemoryViewModel model;
    private final MemoryActions actions;
    private final Map<MemoryColumn, TableColumn<MemoryRow, MemoryRow>> columns =
            new EnumMap<>(MemoryColumn.class);

    @FXML private StackPane root;
    @FXML private Notice notice;
    @FXML private VBox content;
    @FXML private HBox chips;
    @FXML private ChartView chart;
    @FXML private TableView<MemoryRow> table;

    private boolean following;

    public MemoryController(MemoryViewModel model, MemoryActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        model.stateProperty().subscribe(this::showState);
        model.timelineProperty().subscribe(this::showTimeline);
        for (MemoryColumn column : MemoryColumn.values()) {
            columns.put(column, column.column());
            table.getColumns().add(columns.get(column));
        }
        FillColumn.in(table, column(MemoryColumn.CODE));
        table.setFixedCellSize(28);
        table.setPlaceholder(new Label(Messages.text("memory.no-lines")));
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSortOrder().add(column(MemoryColumn.NET));
        root.widthProperty()
                .subscribe(
                        width -> {
                            boolean wide = width.doubleValue() >= WIDE;
                            column(MemoryColumn.GREW).setVisible(wide);
                            column(MemoryColumn.FREED).setVisible(wide);
                            column(MemoryColumn.SHARE).setVisible(wide);
                        });
        table.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
        model.selectedProperty().subscribe(this::followModel);
        table.setOnKeyPressed(
                event -> {
                    MemoryRow row = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && row != null) {
                        go(row);
                        event.consume();
                    }
                });
    }

    private TableColumn<MemoryRow, MemoryRow> column(MemoryColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }

    private void showState(MemoryViewModel.State state) {
        boolean shown = state == MemoryViewModel.State.SHOWN;
        notice.setVisible(!shown);
        content.setVisible(shown);
        boolean none = state == MemoryViewModel.State.NONE;
        notice.show(
                "oct-cpu-24",
                Messages.text(none ? "memory.none.title" : "memory.not-watched.title"),
                Messages.text(none ? "memory.none" : "memory.not-watched"));
        notice.offer(Messages.text("memory.profile"), "oct-pulse-16", actions.profile());
    }

    private void showTimeline(@Nullable MemoryTimeline timeline) {
        chips.getChildren().clear();
        if (timeline == null) {
            chart.clear();
            return;
        }
        var points = timeline.points();
        String peak = MemoryViewModel.peakWords(timeline);
        String start = Messages.text("memory.start", points.getFirst().resident());
        String end = Messages.text("memory.end", points.getLast().resident());
        String most = Messages.text("memory.peak", MemoryPeak.of(timeline).bytes());
        for (String text : new String[] {start, most, end}) {
            var chip = new Label(text);
            chip.getStyleClass().add("chip");
            chip.setMinWidth(Label.USE_PREF_SIZE);
            chips.getChildren().add(chip);
        }
        chart.show(
                theme -> MemoryChart.of(timeline, peak, theme),
                String.join(", ", Messages.text("memory.title"), start, peak, end));
    }

    private void onSelected(@Nullable MemoryRow row) {
        if (!following && row != null && !row.equals(model.selectedProperty().get())) {
            model.selectedProperty().set(row);
            go(row);
        }
    }

    private void go(MemoryRow row) {
        actions.place().accept(row.cost().file().path(), row.cost().line());
    }

    private void followModel(@Nullable MemoryRow row) {
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
