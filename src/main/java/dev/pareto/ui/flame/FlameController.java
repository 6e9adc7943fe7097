package dev.pareto.ui.flame;

import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.fx.Messages;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Binds the flame graph, its bar, and what is said around it.
public final class FlameController {
    private static final int MOST_CRUMBS = 4;

    private final FlameViewModel model;
    private final FlameActions actions;

    @FXML private Notice notice;
    @FXML private VBox content;
    @FXML private ToggleButton icicle;
    @FXML private ToggleButton flame;
    @FXML private ToggleButton asTable;
    @FXML private CheckBox hideLibraries;
    @FXML private CheckBox mergeRecursion;
    @FXML private TextField search;
    @FXML private Button back;
    @FXML private HBox crumbs;
    @FXML private Label figures;
    @FXML private HBox foundBox;
    @FXML private Label found;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private FlameCanvas canvas;
    @FXML private Pane tipLayer;
    @FXML private VBox tip;
    @FXML private Label tipName;
    @FXML private Label tipFigures;
    @FXML private TreeTableView<FlameNode> table;
    @FXML private FlowPane legend;
    @FXML private HBox detail;

    public FlameController(FlameViewModel model, FlameActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        notice.show("oct-flame-24", Messages.text("flame.none.title"), Messages.text("flame.none"));
        notice.offer(Messages.text("flame.profile"), "oct-pulse-16", actions.profile());
        notice.visibleProperty().bind(model.rootProperty().isNull());
        content.visibleProperty().bind(model.rootProperty().isNotNull());
        hideLibraries.selectedProperty().bindBidirectional(model.hideLibrariesProperty());
        mergeRecursion.selectedProperty().bindBidirectional(model.mergeRecursionProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        bindShapes();
        canvas.show(model);
        FlameTable.bind(model, table);
        var keys = new FlameKeys(model, canvas, search::requestFocus, this::goToSelected);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, keys::onKey);
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnMouseExited(_ -> tip.setVisible(false));
        canvas.setOnMouseClicked(this::click);
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> onSearchKey(event, keys));
        next.setOnAction(_ -> keys.next(1));
        previous.setOnAction(_ -> keys.next(-1));
        back.setOnAction(_ -> model.zoomOut());
        model.zoomProperty().subscribe(this::showZoom);
        model.foundProperty().subscribe(_ -> showFound());
        model.selectedProperty().subscribe(this::showDetail);
        model.rootProperty().subscribe(_ -> showLegend());
    }

    private void bindShapes() {
        var group = new ToggleGroup();
        Map<FlameShape, ToggleButton> buttons =
                Map.of(
                        FlameShape.ICICLE, icicle,
                        FlameShape.FLAME, flame,
                        FlameShape.TABLE, asTable);
        buttons.forEach(
                (shape, button) -> {
                    button.setToggleGroup(group);
                    button.setOnAction(
                            _ -> {
                                model.shapeProperty().set(shape);
                                button.setSelected(true);
                            });
                });
        model.shapeProperty()
                .subscribe(
                        shape -> {
                            group.selectToggle(buttons.get(shape));
                            boolean rows = shape == FlameShape.TABLE;
                            table.setVisible(rows);
                            canvas.setVisible(!rows);
                        });
    }

    private void onSearchKey(KeyEvent event, FlameKeys keys) {
        if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
            canvas.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            keys.next(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void hover(MouseEvent event) {
        var node = canvas.at(event.getX(), event.getY()).orElse(null);
        tip.setVisible(node != null);
        if (node == null) {
            return;
        }
        tipName.setText(FlamePainter.name(node) + place(node));
        tipFigures.setText(words(node));
        tip.autosize();
        double x = Math.min(event.getX() + 12, tipLayer.getWidth() - tip.getWidth() - 4);
        double below = event.getY() + 16;
        boolean room = below + tip.getHeight() < tipLayer.getHeight();
        tip.relocate(
                Math.max(0, x), room ? below : Math.max(0, event.getY() - tip.getHeight() - 8));
    }

    private void click(MouseEvent event) {
        canvas.requestFocus();
        canvas.at(event.getX(), event.getY())
                .ifPresent(
                        node -> {
                            model.selectedProperty().set(node);
                            if (event.getClickCount() == 2) {
                                goToSelected();
                            } else {
                                model.zoomTo(node);
                            }
                        });
    }

    private void goToSelected() {
        FlameNode node = model.selectedProperty().get();
        if (node != null && node.frame().file().isOwn() && node.frame().firstLine() > 0) {
            actions.place().accept(node.frame().file().path(), node.frame().firstLine());
        }
    }

    /// " report.py:22", empty for a builtin and for the program itself.
    private static String place(FlameNode node) {
        var frame = node.frame();
        return switch (frame.file().owner()) {
            case OWN, LIBRARY ->
                    frame.firstLine() == 0
                            ? ""
                            : "   "
                                    + frame.file().path().replaceFirst("^.*[/\\\\]", "")
                                    + ":"
                                    + frame.firstLine();
            case BUILTIN -> "";
        };
    }

    private String words(FlameNode node) {
        if (node.isCompared()) {
            return Messages.text(
                    "flame.tip.change",
                    node.changeWords(),
                    Figures.time(node.before()),
                    Figures.time(node.total()),
                    Figures.time(node.beforeSelf()),
                    Figures.time(node.self()));
        }
        return Messages.text(
                model.isAbout() ? "flame.tip.about" : "flame.tip",
                Figures.time(node.total()),
                model.share(node),
                Figures.time(node.self()));
    }

    private void showZoom(@Nullable FlameNode zoom) {
        crumbs.getChildren().clear();
        if (zoom == null) {
            return;
        }
        back.setDisable(zoom.parent() == null);
        List<FlameNode> path = zoom.path();
        for (int i = 0; i < path.size() - 1; i++) {
            boolean left = i > 0 && i < path.size() - MOST_CRUMBS + 1;
            if (!left || i == 1) {
                FlameNode node = path.get(i);
                var link = new Hyperlink(left ? "…" : FlamePainter.name(node));
                link.setMinWidth(left || i == 0 ? Region.USE_PREF_SIZE : 20);
                FlameNode target = left ? path.get(path.size() - MOST_CRUMBS) : node;
                link.setOnAction(_ -> model.zoomTo(target));
                var step = new Label("›");
                step.getStyleClass().add("muted");
                crumbs.getChildren().addAll(link, step);
            }
        }
        var here = new Label(FlamePainter.name(zoom));
        here.getStyleClass().add("here");
        crumbs.getChildren().add(here);
        figures.setText(model.figures(zoom));
        canvas.setAccessibleText(
                Messages.text("flame.accessible", FlamePainter.name(zoom), model.figures(zoom)));
    }

    private void showFound() {
        String words = model.foundWords();
        found.setText(words);
        foundBox.setVisible(!words.isEmpty());
        foundBox.setManaged(!words.isEmpty());
    }

    private void showDetail(@Nullable FlameNode node) {
        detail.getChildren().clear();
        detail.setVisible(node != null);
        detail.setManaged(node != null);
        if (node == null) {
            return;
        }
        var name = new Label(FlamePainter.name(node));
        name.getStyleClass().add("code-name");
        name.setMinWidth(0);
        detail.getChildren().add(name);
        if (node.frame().file().isOwn() && node.frame().firstLine() > 0) {
            var link = new Hyperlink(place(node).strip());
            link.setMinWidth(Region.USE_PREF_SIZE);
            link.setOnAction(_ -> goToSelected());
            detail.getChildren().add(link);
        }
        var words = new Label(words(node));
        words.getStyleClass().add("muted");
        words.setMinWidth(0);
        detail.getChildren().add(words);
        canvas.setAccessibleText(FlamePainter.name(node) + place(node) + ", " + words(node));
    }

    private void showLegend() {
        legend.getChildren().clear();
        if (model.isCompared()) {
            for (String key : new String[] {"less", "more", "new", "gone", "same"}) {
                legend.getChildren().add(key(key, ""));
            }
            return;
        }
        Map<FlameKind, Double> kinds = model.kinds();
        double all = kinds.values().stream().mapToDouble(d -> d).sum();
        for (FlameKind kind : FlameKind.values()) {
            double seconds = kinds.getOrDefault(kind, 0.0);
            if (seconds > 0) {
                String key = kind.name().toLowerCase(Locale.ROOT);
                legend.getChildren().add(key(key, Share.of(seconds, all).toString()));
            }
        }
    }

    private static Node key(String key, String share) {
        var mark = new Region();
        mark.getStyleClass().addAll("key-mark", key);
        var figure = new Label(share);
        figure.getStyleClass().add("key-share");
        var line = new HBox(6, mark, new Label(Messages.text("flame.kind." + key)), figure);
        line.getStyleClass().add("key-line");
        return line;
    }
}
