package dev.pareto.ui.advice;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.Fold;
import dev.pareto.ui.control.MarkdownView;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Problem;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/// Shows the advice: cards, folded groups, the page of a rule, or a notice.
public final class AdviceController {
    /// Below this width cards fold their checks and their difference.
    static final double NARROW = 400;

    private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");

    private final AdviceViewModel model;
    private final AdviceActions actions;
    private final List<CardPane> cards = new ArrayList<>();

    @FXML private StackPane root;
    @FXML private ScrollPane scroll;
    @FXML private VBox list;
    @FXML private VBox pageBox;
    @FXML private Button back;
    @FXML private Label pageTitle;
    @FXML private MarkdownView page;

    private boolean narrow;

    public AdviceController(AdviceViewModel model, AdviceActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        scroll.visibleProperty().bind(pageBox.visibleProperty().not());
        back.setOnAction(_ -> pageBox.setVisible(false));
        pageBox.setVisible(false);
        // A filter: the buttons themselves use the arrows to pass the focus on.
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        root.widthProperty()
                .subscribe(
                        width -> {
                            boolean small = width.doubleValue() > 0 && width.doubleValue() < NARROW;
                            if (small != narrow) {
                                narrow = small;
                                root.pseudoClassStateChanged(NARROW_STATE, small);
                                show(model.stateProperty().get());
                            }
                        });
        model.stateProperty().subscribe(this::show);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && pageBox.isVisible()) {
            pageBox.setVisible(false);
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            for (int i = 0; i < cards.size(); i++) {
                if (cards.get(i).hasHeadFocus() && i + step >= 0 && i + step < cards.size()) {
                    cards.get(i + step).focusHead();
                    event.consume();
                    return;
                }
            }
        }
    }

    private void show(AdviceState state) {
        cards.clear();
        list.getChildren()
                .setAll(
                        switch (state) {
                            case AdviceState.NoProfile() -> List.of(noProfile());
                            case AdviceState.NotAsked() -> List.of(notAsked());
                            case AdviceState.Looking looking -> List.of(looking(looking));
                            case AdviceState.Failed(Problem problem) -> List.of(failed(problem));
                            case AdviceState.Found found -> found(found);
                        });
    }

    private Notice noProfile() {
        var notice = new Notice();
        notice.show(
                "oct-light-bulb-24",
                Messages.text("advice.no-profile.title"),
                Messages.text("advice.no-profile"));
        notice.offer(Messages.text("advice.profile"), "oct-pulse-16", actions.profile());
        return notice;
    }

    private Notice notAsked() {
        var notice = new Notice();
        notice.show(
                "oct-light-bulb-24",
                Messages.text("advice.not-asked.title"),
                Messages.text("advice.not-asked"));
        notice.offer(Messages.text("advice.look"), "oct-search-16", actions.look());
        return notice;
    }

    private Notice looking(AdviceState.Looking looking) {
        var notice = new Notice();
        notice.show("oct-search-24", Messages.text("advice.looking"), looking.phase());
        notice.progress(looking.part());
        notice.offer(Messages.text("advice.cancel"), "oct-x-circle-16", actions.cancel());
        return notice;
    }

    private Notice failed(Problem problem) {
        var notice = new Notice();
        notice.show(
                "oct-x-circle-24",
                problem.what(),
                String.join(" ", problem.meaning(), problem.remedy()).strip());
        notice.offer(Messages.text("advice.again"), "oct-sync-16", actions.look());
        return notice;
    }

    private List<Node> found(AdviceState.Found found) {
        var nodes = new ArrayList<Node>();
        if (!found.stale().isEmpty()) {
            var stale = new Label(found.stale());
            stale.getStyleClass().add("stale");
            stale.setWrapText(true);
            nodes.add(stale);
        }
        if (found.isEmpty()) {
            nodes.add(nothing(found));
        }
        if (!found.cost().isEmpty()) {
            nodes.add(improve(found));
        }
        found.cards().forEach(card -> nodes.add(pane(card)));
        if (!found.small().isEmpty()) {
            var box = new VBox(8);
            found.small().forEach(card -> box.getChildren().add(pane(card)));
            nodes.add(
                    new Fold(
                            Messages.text("advice.small", found.small().size()),
                            Messages.text("advice.small.detail"),
                            box));
        }
        if (!found.refused().isEmpty()) {
            nodes.add(refusals(found));
        }
        if (found.dismissed() > 0) {
            nodes.add(dismissed(found.dismissed()));
        }
        return nodes;
    }

    private HBox improve(AdviceState.Found found) {
        int all = found.cards().size() + found.small().size() + found.dismissed();
        var button = new Button(Messages.counted("advice.improve", all));
        button.setGraphic(new FontIcon("oct-light-bulb-16"));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(
                new Tooltip(Action.IMPROVE_ALL.label() + "   " + Action.IMPROVE_ALL.keyText()));
        button.setAccessibleText(button.getText() + ", " + found.cost());
        button.setOnAction(_ -> actions.improve().run());
        var cost = new Label(found.cost());
        cost.getStyleClass().add("muted");
        cost.setMinWidth(0);
        var line = new HBox(8, button, cost);
        line.getStyleClass().add("improve-all");
        return line;
    }

    private Fold refusals(AdviceState.Found found) {
        var first = found.refused().getFirst();
        var fold =
                new Fold(
                        Messages.text("advice.refused", Figures.count(found.refused().size())),
                        "· " + plain(first.subject() + ": " + first.reason()),
                        new RefusalList(found.refused(), actions));
        fold.openProperty().set(found.isEmpty());
        return fold;
    }

    /// Without the marks around code.
    static String plain(String text) {
        return text.replace("`", "");
    }

    private Notice nothing(AdviceState.Found found) {
        var notice = new Notice();
        notice.show(
                "oct-check-circle-24",
                Messages.text("advice.nothing.title"),
                found.refused().isEmpty()
                        ? Messages.text("advice.nothing")
                        : Messages.counted("advice.nothing.refused", found.refused().size()));
        notice.offer(Messages.text("advice.profile-again"), "oct-pulse-16", actions.profile());
        return notice;
    }

    private HBox dismissed(int count) {
        var label = new Label(Messages.text("advice.dismissed", Figures.count(count)));
        label.getStyleClass().add("muted");
        var again = new Hyperlink(Messages.text("advice.restore"));
        again.setOnAction(_ -> model.restore());
        var line = new HBox(8, label, again);
        line.getStyleClass().add("dismissed");
        return line;
    }

    private CardPane pane(AdviceCard card) {
        var pane = new CardPane(card, model, actions, narrow, this::why);
        cards.add(pane);
        return pane;
    }

    private void why(AdviceCard card) {
        String markdown = actions.page().apply(card.suggestion().rule());
        pageTitle.setText(card.suggestion().title());
        page.show(
                (markdown.isEmpty() ? Messages.text("advice.no-page") : markdown)
                        + RecordWords.section(card.suggestion().rule(), card.record()));
        pageBox.setVisible(true);
        back.requestFocus();
    }
}
