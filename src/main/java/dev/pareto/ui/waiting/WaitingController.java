package dev.pareto.ui.waiting;

import dev.pareto.profile.Cost;
import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.FillColumn;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.control.TimeSplit;
import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Binds the view of waiting.
public final class WaitingController {
    private static final double WIDE = 600;
    private static final double NARROW = 400;
    private static final double ROW = 28;
    private static final int MOST_THREADS = 5;

    private final WaitingViewModel model;
    private final WaitingActions actions;
    private final Map<WaitingColumn, TableColumn<WaitingRow, WaitingRow>> columns =
            new EnumMap<>(WaitingColumn.class);
    private final Map<ThreadColumn, TableColumn<ThreadRow, ThreadRow>> threadColumns =
            new EnumMap<>(ThreadColumn.class);

    @FXML private StackPane root;
    @FXML private Notice notice;
    @FXML private VBox content;
    @FXML private Label heading;
    @FXML private VBox evidence;
    @FXML private TimeSplit split;
    @FXML private Label together;
    @FXML private Label cpu;
    @FXML private Label waiting;
    @FXML private Label queue;
    @FXML private Label threadsTitle;
    @FXML private TableView<ThreadRow> threads;
    @FXML private TableView<WaitingRow> table;

    private boolean following;

    public WaitingController(WaitingViewModel model, WaitingActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        model.stateProperty().subscribe(this::showState);
        model.sentenceProperty().subscribe(this::showSentence);
        model.splitProperty().subscribe(this::showSplit);
        model.notes().addListener((ListChangeListener<String>) _ -> showEvidence());
        showThreads();
        showLines();
        root.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private void showThreads() {
        for (ThreadColumn column : ThreadColumn.values()) {
            threadColumns.put(column, column.column());
            threads.getColumns().add(threadColumns.get(column));
        }
        FillColumn.in(threads, Objects.requireNonNull(threadColumns.get(ThreadColumn.NAME)));
        threads.setFixedCellSize(ROW);
        threads.setItems(model.threads());
        model.threads().addListener((ListChangeListener<ThreadRow>) _ -> showThreadCount());
        showThreadCount();
    }

    private void showThreadCount() {
        int count = model.threads().size();
        threadsTitle.setText(Messages.text("waiting.threads", Figures.count(count)));
        together.setVisible(count > 1);
        together.setManaged(count > 1);
        double height = ROW * (1 + Math.clamp(count, 1, MOST_THREADS)) + 2;
        threads.setMinHeight(Math.min(height, 3 * ROW + 2));
        threads.setPrefHeight(height);
        threads.setMaxHeight(height);
        for (var node : new javafx.scene.Node[] {threadsTitle, threads}) {
            node.setVisible(count > 0);
            node.setManaged(count > 0);
        }
    }

    private void showLines() {
        for (WaitingColumn column : WaitingColumn.values()) {
            columns.put(column, column.column());
            table.getColumns().add(columns.get(column));
        }
        FillColumn.in(table, column(WaitingColumn.CODE));
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(Messages.text("waiting.no-lines")));
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSortOrder().add(column(WaitingColumn.WAITING));
        table.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
        model.selectedProperty().subscribe(this::followModel);
        table.setOnKeyPressed(
                event -> {
                    WaitingRow row = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && row != null) {
                        go(row);
                        event.consume();
                    }
                });
    }

    private TableColumn<WaitingRow, WaitingRow> column(WaitingColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }

    /// Leaves out more and more where it is narrower.
    private void fit(double width) {
        boolean wide = width >= WIDE;
        boolean narrow = width < NARROW;
        column(WaitingColumn.CPU).setVisible(wide);
        column(WaitingColumn.QUEUE).setVisible(wide);
        column(WaitingColumn.SPLIT).setVisible(wide);
        column(WaitingColumn.SHARE).setVisible(!narrow);
        threadColumns.forEach(
                (column, shown) ->
                        shown.setVisible(
                                switch (column) {
                                    case NAME, DOES, WAITING -> true;
                                    case CPU -> !narrow;
                                    case TIME, GIL, QUEUE, SPLIT -> wide;
                                }));
    }

    private void showState(WaitingViewModel.State state) {
        boolean shown = state == WaitingViewModel.State.SHOWN;
        notice.setVisible(!shown);
        content.setVisible(shown);
        boolean none = state == WaitingViewModel.State.NONE;
        notice.show(
                "oct-clock-24",
                Messages.text(none ? "waiting.none.title" : "waiting.not-watched.title"),
                Messages.text(none ? "waiting.none" : "waiting.not-watched"));
        notice.offer(Messages.text("waiting.profile"), "oct-pulse-16", actions.profile());
    }

    private void showSentence(@Nullable BoundSentence sentence) {
        heading.setText(sentence == null ? "" : sentence.head());
        showEvidence();
    }

    private void showEvidence() {
        evidence.getChildren().clear();
        BoundSentence sentence = model.sentenceProperty().get();
        if (sentence != null) {
            sentence.evidence().forEach(text -> addEvidence(text, "muted"));
            model.notes().forEach(text -> addEvidence(text, "note"));
        }
    }

    private void addEvidence(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        evidence.getChildren().add(label);
    }

    private void showSplit(Cost cost) {
        double spent = cost.cpu().seconds();
        double waited = cost.waiting().seconds();
        double queued = cost.runQueue().seconds();
        split.show(spent, waited, queued);
        cpu.setText(Messages.text("waiting.key.cpu", WaitingColumn.time(spent)));
        waiting.setText(Messages.text("waiting.key.waiting", WaitingColumn.time(waited)));
        queue.setText(Messages.text("waiting.key.queue", WaitingColumn.time(queued)));
        split.setAccessibleText(
                String.join(", ", cpu.getText(), waiting.getText(), queue.getText()));
    }

    private void onSelected(@Nullable WaitingRow row) {
        if (!following && row != null && !row.equals(model.selectedProperty().get())) {
            model.selectedProperty().set(row);
            go(row);
        }
    }

    private void go(WaitingRow row) {
        actions.place().accept(row.cost().file().path(), row.cost().line());
    }

    private void followModel(@Nullable WaitingRow row) {
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
