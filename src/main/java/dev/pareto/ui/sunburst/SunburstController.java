package dev.pareto.ui.sunburst;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.FillColumn;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Binds the sunburst, what is said beside it, and the table that says the same.
public final class SunburstController {
    private static final double WIDE = 760;
    private static final int MOST_CRUMBS = 4;

    private final SunburstViewModel model;
    private final SunburstActions actions;

    @FXML private StackPane root;
    @FXML private Notice notice;
    @FXML private VBox content;
    @FXML private ComboBox<Integer> depth;
    @FXML private ComboBox<Double> cutoff;
    @FXML private Button back;
    @FXML private HBox crumbs;
    @FXML private Label measure;
    @FXML private SunburstCanvas canvas;
    @FXML private Label name;
    @FXML private Label figures;
    @FXML private VBox side;
    @FXML private TableView<Slice> table;

    private boolean following;

    public SunburstController(SunburstViewModel model, SunburstActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        notice.show(
                "oct-sun-24", Messages.text("sunburst.none.title"), Messages.text("sunburst.none"));
        notice.offer(Messages.text("sunburst.profile"), "oct-pulse-16", actions.profile());
        notice.visibleProperty().bind(model.centreProperty().isNull());
        content.visibleProperty().bind(model.centreProperty().isNotNull());
        choices();
        canvas.show(model);
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnMouseExited(_ -> hover(null));
        canvas.setOnMouseClicked(this::click);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        back.setOnAction(_ -> model.back());
        back.setTooltip(new Tooltip(Messages.text("sunburst.back")));
        showTable();
        model.centreProperty().subscribe(this::showCentre);
        model.ringsProperty().subscribe(_ -> measure.setText(words()));
        model.selectedProperty().subscribe(this::showSelected);
        root.widthProperty()
                .subscribe(
                        width -> {
                            boolean wide = width.doubleValue() >= WIDE;
                            side.setVisible(wide);
                            side.setManaged(wide);
                        });
    }

    private void choices() {
        depth.getItems().setAll(SunburstViewModel.DEPTHS);
        depth.valueProperty().bindBidirectional(model.depthProperty());
        cutoff.getItems().setAll(SunburstViewModel.CUTOFFS);
        cutoff.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Double part) {
                        return part == null || part == 0
                                ? Messages.text("sunburst.cutoff.none")
                                : Figures.percent(part);
                    }

                    @Override
                    public @Nullable Double fromString(String text) {
                        return null;
                    }
                });
        cutoff.valueProperty().bindBidirectional(model.cutoffProperty());
    }

    private void showTable() {
        TableColumn<Slice, String> first =
                column("sunburst.callee", 140, slice -> slice.name(), "words");
        table.getColumns().add(first);
        table.getColumns()
                .add(column("sunburst.seconds", 84, s -> Figures.time(s.seconds()), "figures"));
        table.getColumns()
                .add(column("sunburst.share", 76, s -> model.share(s).toString(), "figures"));
        FillColumn.in(table, first);
        table.setFixedCellSize(28);
        table.setPlaceholder(new Label(Messages.text("sunburst.no-callees")));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        slice -> {
                            if (!following && slice != null) {
                                tell(slice);
                            }
                        });
        table.setOnKeyPressed(
                event -> {
                    Slice slice = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && slice != null) {
                        model.root(slice);
                        event.consume();
                    } else if (event.getCode() == KeyCode.BACK_SPACE
                            || event.getCode() == KeyCode.ESCAPE) {
                        model.back();
                        event.consume();
                    }
                });
        table.setOnMouseClicked(
                event -> {
                    Slice slice = table.getSelectionModel().getSelectedItem();
                    if (event.getClickCount() == 2 && slice != null) {
                        model.root(slice);
                    }
                });
    }

    private static TableColumn<Slice, String> column(
            String title, double width, Function<Slice, String> text, String style) {
        var column = new TableColumn<Slice, String>(Messages.text(title));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.getStyleClass().add(style);
        if (style.equals("words")) {
            column.getStyleClass().addAll("lead", "source");
        }
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private String words() {
        Rings rings = model.ringsProperty().get();
        return rings != null && rings.isCut()
                ? Messages.text("sunburst.cut", Figures.count(Rings.MOST))
                : model.measure();
    }

    private void showCentre(@Nullable Slice slice) {
        crumbs.getChildren().clear();
        table.getItems().clear();
        if (slice == null) {
            return;
        }
        back.setDisable(slice.parent() == null);
        List<Slice> path = slice.path();
        for (int i = Math.max(0, path.size() - MOST_CRUMBS); i < path.size() - 1; i++) {
            Slice step = path.get(i);
            var link = new Hyperlink(step.name());
            link.setMinWidth(20);
            link.setOnAction(_ -> model.root(step));
            var mark = new Label("›");
            mark.getStyleClass().add("muted");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            crumbs.getChildren().addAll(link, mark);
        }
        var here = new Label(slice.name());
        here.getStyleClass().add("here");
        crumbs.getChildren().add(here);
        table.getItems().setAll(model.callees(slice));
        tell(slice);
    }

    private void tell(Slice slice) {
        String place = slice.place();
        name.setText(slice.name() + (place.isEmpty() ? "" : "   " + place));
        figures.setText(model.words(slice));
        canvas.setAccessibleText(
                Messages.text("sunburst.accessible", name.getText(), figures.getText()));
    }

    private void hover(@Nullable MouseEvent event) {
        Slice slice = event == null ? null : canvas.at(event.getX(), event.getY()).orElse(null);
        canvas.hover(slice);
        Slice selected = model.selectedProperty().get();
        Slice told =
                slice != null ? slice : selected != null ? selected : model.centreProperty().get();
        if (told != null) {
            tell(told);
        }
    }

    private void click(MouseEvent event) {
        canvas.requestFocus();
        canvas.at(event.getX(), event.getY())
                .ifPresent(
                        slice -> {
                            if (slice.equals(model.centreProperty().get())) {
                                model.back();
                            } else {
                                model.root(slice);
                            }
                        });
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Slice at = model.selectedProperty().get();
        Slice from = at == null ? model.centreProperty().get() : at;
        Rings rings = model.ringsProperty().get();
        if (from == null || rings == null) {
            return;
        }
        boolean used = true;
        switch (event.getCode()) {
            case DOWN -> rings.outside(from).ifPresent(model.selectedProperty()::set);
            case UP -> {
                if (at != null) {
                    model.selectedProperty()
                            .set(
                                    Objects.equals(at.parent(), model.centreProperty().get())
                                            ? null
                                            : at.parent());
                }
            }
            case RIGHT -> rings.beside(from, 1).ifPresent(model.selectedProperty()::set);
            case LEFT -> rings.beside(from, -1).ifPresent(model.selectedProperty()::set);
            case ENTER, SPACE -> model.root(from);
            case ESCAPE, BACK_SPACE -> used = model.back();
            case G -> go(from);
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void go(Slice slice) {
        if (slice.file().isOwn() && slice.line() > 0) {
            actions.place().accept(slice.file().path(), slice.line());
        }
    }

    private void showSelected(@Nullable Slice slice) {
        if (slice == null) {
            return;
        }
        tell(slice);
        following = true;
        for (Slice callee : table.getItems()) {
            if (callee.name().equals(slice.name()) && callee.place().equals(slice.place())) {
                table.getSelectionModel().select(callee);
            }
        }
        following = false;
    }
}
