package dev.pareto.ui.compare;

import dev.pareto.ui.control.ChangeLabel;
import dev.pareto.ui.control.Glyph;
import dev.pareto.ui.control.Tone;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/// A small card of [Facts].
final class FactsCard {
    private FactsCard() {}

    static Card of(String title, Facts facts) {
        var card = new Card(title).aside(status(facts));
        facts.lines().forEach(line -> card.with(Card.text(line, "fact")));
        if (!facts.removed().isEmpty() || !facts.added().isEmpty()) {
            var box = Card.styled(new VBox(), "difference");
            add(box, facts.removed(), "-", "removed");
            add(box, facts.added(), "+", "added");
            card.with(box);
        }
        return card;
    }

    private static void add(VBox box, List<String> lines, String sign, String style) {
        for (String line : lines) {
            var label = Card.text(sign + " " + line, "code", style);
            label.setMaxWidth(Double.MAX_VALUE);
            box.getChildren().add(label);
        }
    }

    private static Node status(Facts facts) {
        return switch (facts.mark()) {
            case LESS, MORE -> {
                var change = new ChangeLabel();
                change.show(
                        facts.mark() == Facts.Mark.LESS ? Tone.LESS : Tone.MORE, facts.status());
                yield change;
            }
            case GOOD -> marked(Glyph.CHECK, "good", facts.status());
            case BAD -> marked(Glyph.UNEQUAL, "bad", facts.status());
            case NONE -> Card.styled(new Label(facts.status()), "aside");
        };
    }

    private static Node marked(Glyph glyph, String style, String word) {
        var box =
                new HBox(
                        6,
                        Card.styled(glyph.shape(), style),
                        Card.styled(new Label(word), "status"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
