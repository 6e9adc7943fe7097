package dev.pareto.ui.compare;

import dev.pareto.ui.control.Badge;
import dev.pareto.ui.control.Glyph;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;

/// Binds the comparison.
public final class CompareController {
    private static final double SMALL = 1200;
    private static final PseudoClass SMALL_STATE = PseudoClass.getPseudoClass("small");

    private final CompareViewModel model;
    private final CompareActions actions;

    @FXML private VBox root;
    @FXML private Label program;
    @FXML private ComboBox<VariantChoice> reference;
    @FXML private ComboBox<VariantChoice> candidate;
    @FXML private Label input;
    @FXML private MenuItem exportFiles;
    @FXML private MenuItem exportRuns;
    @FXML private Button grow;
    @FXML private Button measure;
    @FXML private Button keep;
    @FXML private Label keepWord;
    @FXML private Label keepHow;
    @FXML private HBox headline;
    @FXML private StackPane mark;
    @FXML private Label title;
    @FXML private Label detail;
    @FXML private Button next;
    @FXML private HBox tags;
    @FXML private HBox growing;
    @FXML private Label growingWord;
    @FXML private Button growingCancel;
    @FXML private VBox page;

    private final CardsPane cards = new CardsPane();
    private final Tooltip keepTip = new Tooltip();
    private boolean choosing;

    public CompareController(CompareViewModel model, CompareActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        program.textProperty().bind(model.programProperty());
        input.textProperty().bind(model.inputProperty());
        page.getChildren().addAll(new SourcesView(model), cards);
        for (ComboBox<VariantChoice> box : List.of(reference, candidate)) {
            box.setCellFactory(_ -> new ChoiceCell());
            box.setButtonCell(new ChoiceCell());
            box.setOnAction(_ -> chosen());
        }
        exportFiles.setOnAction(_ -> actions.export().accept(model.reference(), model.candidate()));
        exportRuns.setOnAction(
                _ -> actions.exportRuns().accept(model.reference(), model.candidate()));
        exportRuns.disableProperty().bind(model.measuredProperty().not());
        grow.setOnAction(_ -> actions.grow().accept(model.reference(), model.candidate()));
        growingCancel.setOnAction(_ -> actions.cancel().run());
        growingWord.textProperty().bind(model.growingProperty());
        growing.visibleProperty().bind(model.growingProperty().isNotEmpty());
        growing.managedProperty().bind(growing.visibleProperty());
        measure.setOnAction(_ -> actions.measure().accept(model.reference(), model.candidate()));
        keep.setOnAction(_ -> actions.keep().accept(model.candidate()));
        keep.disableProperty().bind(model.keepableProperty().not());
        keep.setTooltip(keepTip);
        root.widthProperty().subscribe(w -> small(w.doubleValue() < SMALL));
        model.variants().addListener((ListChangeListener<VariantChoice>) _ -> fillChoosers());
        model.headlineProperty().subscribe(this::show);
        model.findingsProperty().subscribe(_ -> fillCards());
        model.growthProperty().subscribe(_ -> fillCards());
    }

    private void small(boolean small) {
        root.pseudoClassStateChanged(SMALL_STATE, small);
        for (Node node : new Node[] {input, keepHow, tags}) {
            node.setVisible(!small);
            node.setManaged(!small);
        }
    }

    private void fillChoosers() {
        choosing = true;
        fill(reference, model.reference());
        fill(candidate, model.candidate());
        choosing = false;
    }

    private void fill(ComboBox<VariantChoice> box, String id) {
        box.getItems().setAll(model.variants());
        model.variants().stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .ifPresent(box::setValue);
    }

    private void chosen() {
        VariantChoice left = reference.getValue();
        VariantChoice right = candidate.getValue();
        if (!choosing && left != null && right != null) {
            choose(left.id(), right.id());
        }
    }

    private void choose(String left, String right) {
        model.choose(left, right);
        actions.chosen().accept(left, right);
    }

    private void show(Headline shown) {
        VerdictState state = shown.state();
        for (VerdictState each : VerdictState.values()) {
            headline.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(
                            each.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    each == state);
        }
        mark.getChildren().setAll(glyph(state));
        title.setText(shown.title());
        detail.setText(shown.detail());
        tags.getChildren()
                .setAll(shown.tags().stream().map(t -> Card.styled(new Label(t), "tag")).toList());
        next.setVisible(shown.next() != Headline.Next.NOTHING);
        next.setManaged(next.isVisible());
        boolean goOn = shown.next() == Headline.Next.GO_ON;
        next.setText(Messages.text(goOn ? "compare.go-on" : "compare.measure"));
        next.setOnAction(
                _ ->
                        (goOn ? actions.goOn() : actions.measure())
                                .accept(model.reference(), model.candidate()));
        String letter = letter(model.candidate());
        keepWord.setText(Messages.text("compare.keep", letter));
        keepTip.setText(Messages.text("compare.keep.tip", letter, letter(model.reference())));
        measure.setText(Messages.text(state == null ? "compare.measure" : "compare.measure-again"));
        measure.setDisable(model.reference().equals(model.candidate()));
        grow.setDisable(measure.isDisabled());
    }

    private String letter(String id) {
        return model.variants().stream()
                .filter(v -> v.id().equals(id))
                .map(v -> v.letter().isEmpty() ? v.name() : v.letter())
                .findFirst()
                .orElse(id);
    }

    private static Node glyph(@Nullable VerdictState state) {
        return switch (state) {
            case FASTER -> large(Glyph.FASTER);
            case SLOWER -> large(Glyph.SLOWER);
            case NO_DIFFERENCE -> large(Glyph.EQUAL);
            case OUTPUT_CHANGED -> large(Glyph.UNEQUAL);
            case UNDECIDED -> new FontIcon("oct-question-24");
            case FAILED, CANCELLED -> new FontIcon("oct-x-circle-24");
            case STALE -> new FontIcon("oct-history-24");
            case NOT_COMPARABLE -> new FontIcon("oct-circle-slash-24");
            case MEASURING -> new FontIcon("oct-sync-24");
            case null -> new FontIcon("oct-stopwatch-24");
        };
    }

    private static Node large(Glyph glyph) {
        var shape = glyph.shape();
        shape.setScaleX(2);
        shape.setScaleY(2);
        return shape;
    }

    private void fillCards() {
        cards.show(
                new CardsBuilder(model.findingsProperty().get(), actions.profile())
                        .items(
                                letter(model.reference()),
                                letter(model.candidate()),
                                model.growthProperty().get(),
                                id -> choose(model.reference(), id)));
    }

    /// A variant in a chooser.
    private static final class ChoiceCell extends ListCell<VariantChoice> {
        @Override
        protected void updateItem(@Nullable VariantChoice item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            var name = new Label(item.name());
            name.setMinWidth(0);
            var box = new HBox(8, new Badge(item.letter()), name);
            box.setAlignment(Pos.CENTER_LEFT);
            setGraphic(box);
        }
    }
}
