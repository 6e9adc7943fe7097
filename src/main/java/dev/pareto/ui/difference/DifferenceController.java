package dev.pareto.ui.difference;

import dev.pareto.profile.ProfileDifference.Change;
import dev.pareto.ui.control.FillColumn;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.fx.Messages;

import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
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

/// Binds the table of what has changed between two profiles.
public final class DifferenceController {
    private static final double WIDE = 800;
    private static final double NARROW = 520;

    private final DifferenceViewModel model;
    private final DifferenceActions actions;
    private final Map<DifferenceColumn, TableColumn<Change, Change>> columns =
            new EnumMap<>(DifferenceColumn.class);

    @FXML private StackPane root;
    @FXML private Notice notice;
    @FXML private VBox content;
    @FXML private Label heading;
    @FXML private Label warning;
    @FXML private CheckBox ownOnly;
    @FXML private TableView<Change> table;

    public DifferenceController(DifferenceViewModel model, DifferenceActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        model.stateProperty().subscribe(this::showState);
        heading.textProperty().bind(model.headingProperty());
        warning.textProperty().bind(model.warningProperty());
        warning.visibleProperty().bind(warning.textProperty().isNotEmpty());
        warning.managedProperty().bind(warning.visibleProperty());
        ownOnly.selectedProperty().bindBidirectional(model.ownOnlyProperty());
        for (DifferenceColumn column : DifferenceColumn.values()) {
            columns.put(column, column.column());
            table.getColumns().add(columns.get(column));
        }
        FillColumn.in(table, column(DifferenceColumn.NAME));
        table.setFixedCellSize(28);
        table.setPlaceholder(new Label(Messages.text("difference.no-functions")));
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSortOrder().add(column(DifferenceColumn.CHANGE));
        table.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
        table.setOnKeyPressed(
                event -> {
                    Change change = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && change != null) {
                        go(change);
                        event.consume();
                    }
                });
        root.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private void fit(double width) {
        columns.forEach(
                (column, shown) ->
                        shown.setVisible(
                                switch (column) {
                                    case NAME, CHANGE -> true;
                                    case BEFORE, AFTER -> width >= NARROW - 120;
                                    case KIND -> width >= NARROW;
                                    case PLACE -> width >= WIDE - 100;
                                    case TOTAL_BEFORE, TOTAL_AFTER, TOTAL_CHANGE ->
                                            width >= WIDE + 100;
                                }));
    }

    private TableColumn<Change, Change> column(DifferenceColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }

    private void showState(DifferenceViewModel.State state) {
        boolean shown = state == DifferenceViewModel.State.SHOWN;
        notice.setVisible(!shown);
        content.setVisible(shown);
        String key =
                switch (state) {
                    case NONE -> "difference.none";
                    case ALONE -> "difference.single";
                    case NOT_CHOSEN, SHOWN -> "difference.not-chosen";
                };
        notice.show("oct-git-compare-24", Messages.text(key + ".title"), Messages.text(key));
        switch (state) {
            case NONE ->
                    notice.offer(
                            Messages.text("difference.profile"), "oct-pulse-16", actions.profile());
            case ALONE ->
                    notice.offer(
                            Messages.text("difference.open"),
                            "oct-file-directory-16",
                            actions.open());
            case NOT_CHOSEN, SHOWN ->
                    notice.offer(
                            Messages.text("difference.choose"),
                            "oct-git-compare-16",
                            actions.choose());
        }
    }

    private void onSelected(@Nullable Change change) {
        if (change != null && !change.equals(model.selectedProperty().get())) {
            model.selectedProperty().set(change);
        }
    }

    private void go(Change change) {
        if (change.file().isOwn() && change.line() > 0) {
            actions.place().accept(change.file().path(), change.line());
        }
    }
}
