package dev.pareto.ui.advice;

import dev.pareto.advice.Suggestion;
import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.Fold;
import dev.pareto.ui.control.Glyph;
import dev.pareto.ui.control.RatioScale;
import dev.pareto.ui.control.SmallDiff;
import dev.pareto.ui.fx.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.javafx.FontIcon;

/// What an open card says, and its buttons.
final class CardBody extends VBox {
    private final AdviceCard card;
    private final Suggestion suggestion;
    private final AdviceViewModel model;
    private final AdviceActions actions;

    CardBody(
            AdviceCard card,
            AdviceViewModel model,
            AdviceActions actions,
            boolean narrow,
            Runnable why) {
        super(8);
        this.card = card;
        this.suggestion = card.suggestion();
        this.model = model;
        this.actions = actions;
        getStyleClass().add("card-body");
        if (narrow) {
            getChildren().add(CardPane.predictedLine(card));
        }
        getChildren().add(sentence());
        if (!narrow) {
            if (card.isAboutMemory()) {
                getChildren().add(peak());
            } else {
                getChildren().addAll(scale(), savings());
            }
        }
        if (!suggestion.safety().isEmpty()) {
            getChildren().add(narrow ? foldedSafety() : safety(false));
        }
        if (!suggestion.diff().isEmpty()) {
            getChildren().add(narrow ? foldedDiff() : diff());
        }
        if (!suggestion.whatCouldChange().isEmpty()) {
            getChildren().add(wrapped(suggestion.whatCouldChange(), "caution"));
        }
        getChildren().add(wrapped(RecordWords.sentence(card.record()), "caution"));
        if (!suggestion.missing().isEmpty()) {
            getChildren()
                    .add(
                            wrapped(
                                    Messages.text(
                                            "advice.missing",
                                            String.join(", ", suggestion.missing())),
                                    "caution"));
        }
        getChildren().add(narrow ? stackedButtons(why) : buttons(why));
    }

    private TextFlow sentence() {
        var flow = new TextFlow();
        flow.getStyleClass().add("sentence");
        for (SentencePart part : card.sentence()) {
            flow.getChildren()
                    .add(
                            switch (part) {
                                case SentencePart.Plain(String text) -> piece(text, "plain");
                                case SentencePart.Figure(String text) -> piece(text, "figure-word");
                                case SentencePart.Code(String text) -> piece(text, "code-word");
                                case SentencePart.Line(String text, int line) -> link(text, line);
                            });
        }
        return flow;
    }

    private static Node piece(String text, String style) {
        var piece = new Text(text);
        piece.getStyleClass().add(style);
        return piece;
    }

    private Hyperlink link(String text, int line) {
        var link = new Hyperlink(text);
        link.setOnAction(_ -> actions.place().accept(suggestion.file(), line));
        return link;
    }

    private HBox peak() {
        var line =
                new HBox(
                        CardPane.label(Messages.text("advice.peak") + " ", "small"),
                        CardPane.label(card.predicted(), "small-bold"));
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private RatioScale scale() {
        var scale = new RatioScale();
        scale.show(suggestion.predicted(), suggestion.limit(), card.best());
        return scale;
    }

    private HBox savings() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line =
                new HBox(
                        CardPane.label(Messages.text("advice.saves") + " ", "small"),
                        CardPane.label(card.saved(), "small-bold"),
                        CardPane.label(
                                " " + Messages.text("advice.saves.of", card.time()), "small"),
                        gap,
                        CardPane.label(
                                Messages.text("advice.at-most", suggestion.limit()), "muted"));
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private VBox safety(boolean stacked) {
        var box = new VBox(stacked ? 6 : 4);
        box.getStyleClass().add("safety");
        for (Suggestion.SafetyCondition condition : suggestion.safety()) {
            var check = Glyph.CHECK.shape();
            check.getStyleClass().add("good");
            var what = wrapped(condition.condition(), "small");
            what.setMinWidth(0);
            var how = CardPane.label(condition.established(), "muted");
            if (stacked) {
                var words = new VBox(what, how);
                var line = new HBox(8, check, words);
                line.setAlignment(Pos.TOP_LEFT);
                box.getChildren().add(line);
            } else {
                how.setMinWidth(USE_PREF_SIZE);
                var gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                var line = new HBox(8, check, what, gap, how);
                line.setAlignment(Pos.CENTER_LEFT);
                box.getChildren().add(line);
            }
        }
        return box;
    }

    private Fold foldedSafety() {
        int all = suggestion.safety().size();
        return new Fold(Messages.counted("advice.safety", all), "", safety(true));
    }

    private SmallDiff diff() {
        var diff = new SmallDiff();
        diff.show(suggestion.diff(), Messages.text("advice.diff.more"));
        return diff;
    }

    private Fold foldedDiff() {
        long added = count("+", "+++ ");
        long removed = count("-", "--- ");
        return new Fold(Messages.counted("advice.diff", added, Figures.count(removed)), "", diff());
    }

    private long count(String sign, String head) {
        return suggestion
                .diff()
                .lines()
                .filter(l -> l.startsWith(sign) && !l.startsWith(head))
                .count();
    }

    private HBox buttons(Runnable why) {
        var dismiss = dismiss();
        dismiss.setText("");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(4, deed(), preview(), why(why), gap, dismiss);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("card-buttons");
        return line;
    }

    private VBox stackedButtons(Runnable why) {
        var apply = deed();
        var preview = preview();
        var explain = why(why);
        explain.getStyleClass().remove("flat");
        apply.setMaxWidth(Double.MAX_VALUE);
        for (Button half : new Button[] {preview, explain}) {
            half.setMaxWidth(Double.MAX_VALUE);
            half.setPrefWidth(100);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        var dismiss = dismiss();
        dismiss.setText("");
        return new VBox(8, apply, new HBox(8, preview, explain, dismiss));
    }

    /// What is to be done first: without a package it cannot be measured.
    private Button deed() {
        return suggestion.missing().isEmpty() ? apply() : add();
    }

    private Button add() {
        String words = Messages.text("advice.add", String.join(", ", suggestion.missing()));
        var button = new Button(words, new FontIcon("oct-plus-16"));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll("accent", "add");
        button.setOnAction(_ -> actions.add().accept(suggestion));
        return button;
    }

    private Button apply() {
        var runs = CardPane.label(Messages.text("advice.runs"), "key");
        var words = CardPane.label(Messages.text("advice.apply"), "apply-words");
        var graphic = new HBox(6, new FontIcon("oct-play-16"), words, runs);
        graphic.setAlignment(Pos.CENTER);
        var button = new Button("", graphic);
        button.getStyleClass().addAll("accent", "apply");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(
                Messages.text("advice.apply") + ", " + Messages.text("advice.runs"));
        button.setOnAction(_ -> actions.apply().accept(suggestion));
        return button;
    }

    private Button preview() {
        var button = new Button(Messages.text("advice.preview"));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("preview");
        button.setOnAction(_ -> actions.preview().accept(suggestion));
        return button;
    }

    private static Button why(Runnable deed) {
        var button = new Button(Messages.text("advice.why"));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll("flat", "why");
        button.setOnAction(_ -> deed.run());
        return button;
    }

    private Button dismiss() {
        var button = new Button(Messages.text("advice.dismiss"), new FontIcon("oct-x-16"));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll("flat", "dismiss");
        button.setTooltip(new Tooltip(Messages.text("advice.dismiss")));
        button.setAccessibleText(Messages.text("advice.dismiss"));
        button.setOnAction(_ -> model.dismiss(suggestion.id()));
        return button;
    }

    private static Label wrapped(String text, String style) {
        var label = CardPane.label(text, style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
