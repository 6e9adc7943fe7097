package dev.pareto.ui.compare;

import dev.pareto.ui.control.RatioScale;
import dev.pareto.ui.fx.Messages;

import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Makes the cards of all findings, the larger ones first.
final class CardsBuilder {
    private final Findings findings;
    private final Consumer<String> profile;
    private final List<CardsPane.Item> items = new ArrayList<>();

    /// @param profile profiles a variant
    CardsBuilder(Findings findings, Consumer<String> profile) {
        this.findings = findings;
        this.profile = profile;
    }

    /// @param before short name of the reference; @param after of the candidate
    List<CardsPane.Item> items(
            String before, String after, @Nullable GrowthCurves growth, Consumer<String> choose) {
        Runs runs = findings.runs();
        if (runs != null) {
            add(RunsCard.of(runs), 310);
        }
        if (growth != null) {
            add(GrowthCard.of(growth, before, after), 380);
        }
        if (!findings.savings().isEmpty() || !findings.savingNote().isEmpty()) {
            var card = SavingCard.of(findings.savings(), findings.savingNote(), before, after);
            if (!findings.unprofiled().isEmpty()) {
                card.with(profileButton(findings.unprofiled()));
            }
            add(card, findings.savings().isEmpty() ? 310 : 500);
        }
        if (findings.forest().size() > 1) {
            String measure = runs == null ? "" : Compared.measure(runs.measure());
            add(ForestCard.of(findings.forest(), findings.forestNote(), measure, choose), 380);
        }
        Prediction prediction = findings.prediction();
        if (prediction != null) {
            add(prediction(prediction), 270);
        }
        facts("compare.output.title", findings.output(), 190);
        facts("compare.memory.title", findings.memory(), 190);
        facts("compare.environment.title", findings.environment(), 190);
        if (!findings.notes().isEmpty()) {
            var card = new Card(Messages.text("compare.notes.title"));
            findings.notes().forEach(note -> card.with(Card.text(note, "fact")));
            add(card, 270);
        }
        return items;
    }

    private Button profileButton(String variant) {
        var button =
                new Button(Messages.text("compare.profile", variant), new FontIcon("oct-pulse-16"));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> profile.accept(variant));
        return button;
    }

    private void facts(String key, @Nullable Facts facts, double least) {
        if (facts != null) {
            boolean wide = !facts.removed().isEmpty() || !facts.added().isEmpty();
            add(FactsCard.of(Messages.text(key), facts), wide ? 2 * least : least);
        }
    }

    private static Card prediction(Prediction prediction) {
        var scale = new RatioScale();
        if (prediction.measured() == null) {
            scale.show(prediction.predicted(), prediction.limit(), null);
        } else {
            scale.showMeasured(prediction.predicted(), prediction.limit(), prediction.measured());
        }
        return new Card(Messages.text("compare.prediction.title"))
                .with(
                        Card.text(prediction.title(), "fact"),
                        scale,
                        Card.text(prediction.sentence(), "fact"));
    }

    private void add(Card card, double least) {
        items.add(new CardsPane.Item(card, least));
    }
}
