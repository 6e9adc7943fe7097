package dev.pareto.ui.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.advice.Advice;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.ui.SampleAdvice;
import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrackRecord;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@ExtendWith(Fx.class)
class AdviceScreenTest {
    private static final String PAGE =
            """
            # A set answers at once

            A list looks at **every** item; a set asks a `hash` once.

            1. Build the set
            2. Ask *it*

            ```
            if order not in seen_set:
            ```

            | items | gain |
            | ---: | --- |
            | 10 | ×5 |
            | 1,000 | ×700 |

            > It needs memory.
            """;

    private final List<String> asked = new ArrayList<>();
    private final AdviceViewModel model = new AdviceViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new AdviceController(
                        model,
                        new AdviceActions(
                                () -> asked.add("profile"),
                                () -> asked.add("look"),
                                () -> asked.add("cancel"),
                                s -> asked.add("add " + s.missing()),
                                s -> asked.add("apply " + s.rule()),
                                s -> asked.add("preview " + s.rule()),
                                () -> asked.add("improve"),
                                (file, line) -> asked.add("go to " + file + ":" + line),
                                rule -> rule.equals("set-lookup") ? PAGE : ""));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 432, 660));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private List<String> words() throws InterruptedException {
        return Fx.get(
                () -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return Screens.texts(stage.getScene().getRoot());
                });
    }

    private void fire(String selector) throws InterruptedException {
        Fx.run(() -> ((Button) stage.getScene().lookup(selector)).fire());
    }

    @Test
    void opensTheMostWorthwhileCard() throws InterruptedException, IOException {
        Fx.run(() -> model.show(Samples.worked(), "baseline"));
        Screens.shoot(stage, "advice");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "Keep a set beside the list",
                                "10.0–11.3×",
                                "about 91.3 %",
                                "best so far, D",
                                "0.425–0.431 s",
                                " of 0.472 s CPU",
                                "At most 11.5× (Amdahl)",
                                "No other name sees the list",
                                "    seen_set = set()",
                                "22+ runs",
                                "Use dict.fromkeys",
                                "Small gains (1)",
                                "2 refused")),
                words::toString);
        assertEquals(3, model.countProperty().get());
    }

    @Test
    void showsThePeakInsteadOfARatioForMemory() throws InterruptedException, IOException {
        var advice = new Advice(List.of(SampleAdvice.generator()), List.of());
        Fx.run(() -> model.show(with(advice), "baseline"));
        Screens.shoot(stage, "advice-memory");
        var words = words();
        assertEquals(
                2, words.stream().filter("130 MB → 18.0–118 MB"::equals).count(), words::toString);
        assertTrue(
                words.stream().noneMatch(w -> w.contains("×") || w.contains("Amdahl")),
                words::toString);
        Fx.run(() -> stage.setWidth(304));
        Screens.shoot(stage, "advice-memory-narrow");
        assertTrue(words().stream().noneMatch(w -> w.contains("limit")), words::toString);
    }

    @Test
    void foldsChecksAndDifferenceWhereItIsNarrow() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    stage.setWidth(304);
                    model.show(Samples.worked(), "baseline");
                });
        Screens.shoot(stage, "advice-narrow");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "limit 11.5×",
                                "3 of 3 safety checks hold",
                                "3 lines added, 1 removed")),
                words::toString);
        assertEquals(false, words.contains("No other name sees the list"));
    }

    @Test
    void asksForWhatTheButtonsSay() throws InterruptedException {
        Fx.run(() -> model.show(Samples.worked(), "baseline"));
        words();
        fire(".apply");
        fire(".preview");
        Fx.run(() -> ((Hyperlink) stage.getScene().lookup(".sentence .hyperlink")).fire());
        assertEquals(List.of("apply set-lookup", "preview set-lookup", "go to dedupe.py:9"), asked);
    }

    @Test
    void saysWhatIsMissingAndOffersToAddIt() throws InterruptedException, IOException {
        var advice = new Advice(List.of(SampleAdvice.arrays()), List.of());
        Fx.run(() -> model.show(with(advice), "baseline"));
        Screens.shoot(stage, "advice-missing");
        var words = words();
        assertTrue(
                words.contains("Add numpy to a copy")
                        && words.stream()
                                .anyMatch(
                                        w -> w.startsWith("The interpreter in use has no numpy.")),
                words::toString);
        assertEquals(null, Fx.get(() -> stage.getScene().lookup(".apply")));
        fire(".add");
        assertEquals(List.of("add [numpy]"), asked);
    }

    @Test
    void explainsARuleByItsPageAndComesBackByEscape() throws InterruptedException, IOException {
        Fx.run(() -> model.show(Samples.worked(), "baseline"));
        words();
        fire(".why");
        Screens.shoot(stage, "advice-why");
        var words = words();
        assertTrue(
                words.containsAll(List.of("A set answers at once", "hash", "×700")),
                words::toString);
        Fx.run(() -> press(stage.getScene().lookup("#back"), KeyCode.ESCAPE));
        assertEquals(false, words().contains("A set answers at once"));
    }

    @Test
    void movesFromCardToCardByKey() throws InterruptedException {
        Fx.run(() -> model.show(Samples.worked(), "baseline"));
        words();
        Fx.run(
                () -> {
                    var head = stage.getScene().lookup(".card-head");
                    head.requestFocus();
                    press(head, KeyCode.DOWN);
                    ((Button) stage.getScene().getFocusOwner()).fire();
                });
        assertEquals("dict-fromkeys", model.chosen().orElseThrow().rule());
    }

    @Test
    void saysHowWellTheRuleHasPredictedHere() throws InterruptedException, IOException {
        var near =
                new TrackRecord.Case(
                        "dedupe.py",
                        false,
                        RatioInterval.of(10, 11.3),
                        new Ratio(11),
                        "faster",
                        Samples.THEN);
        var far =
                new TrackRecord.Case(
                        "other.py",
                        false,
                        RatioInterval.of(3, 4),
                        new Ratio(1.5),
                        "faster",
                        Samples.THEN);
        var changed =
                new TrackRecord.Case(
                        "third.py",
                        false,
                        RatioInterval.of(3, 4),
                        null,
                        "output_changed",
                        Samples.THEN);
        var record = new TrackRecord(List.of(near, far, changed));
        Fx.run(() -> model.show(Samples.worked(), "baseline", Map.of("set-lookup", record)));
        String sentence =
                "So far on this machine: 3 predictions of this rule were measured, 1 within ×1.5.";
        assertTrue(words().contains(sentence), words()::toString);
        fire(".why");
        Screens.shoot(stage, "advice-record");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "Predicted and measured on this machine",
                                "other.py",
                                "3.00–4.00×",
                                "1.50×",
                                "output changed")),
                words::toString);
        Fx.run(
                () -> {
                    ((Button) stage.getScene().lookup(".page-bar .button")).fire();
                    model.show(Samples.worked(), "baseline", Map.of());
                });
        assertTrue(
                words().contains("No prediction of this rule was measured on this machine so far."),
                words()::toString);
    }

    @Test
    void hidesADismissedSuggestionAndBringsItBack() throws InterruptedException {
        Fx.run(() -> model.show(Samples.worked(), "baseline"));
        words();
        fire(".dismiss");
        var words = words();
        assertTrue(words.contains("1 dismissed"), words::toString);
        assertEquals(false, words.contains("Keep a set beside the list"));
        Fx.run(model::restore);
        assertTrue(words().contains("Keep a set beside the list"));
    }

    @Test
    void saysWhyThereIsNothingToSuggest() throws InterruptedException, IOException {
        var none = new Advice(List.of(), SampleAdvice.all().refused());
        Fx.run(() -> model.show(with(none), "baseline"));
        Screens.shoot(stage, "advice-nothing");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "Nothing to suggest",
                                "2 changes were considered and refused; the reasons are below.",
                                "called once, so at most 1.00×")),
                words::toString);
    }

    @Test
    void showsEachStateWithOneSentenceAndOneButton() throws InterruptedException, IOException {
        assertEquals(
                List.of("No advice yet", "Profile the program to get advice.", "Profile"),
                words().stream().filter(w -> w.length() > 1).toList());
        fire(".notice .button");
        Fx.run(
                () ->
                        model.show(
                                Samples.snapshot(
                                        Samples.variants(),
                                        SampleProfiles.all(),
                                        Map.of(),
                                        Map.of()),
                                "baseline"));
        words();
        fire(".notice .button");
        Fx.run(() -> model.looking("The program runs with probes, 2.10 s so far.", 0.4));
        Screens.shoot(stage, "advice-looking");
        fire(".notice .button");
        Fx.run(
                () ->
                        model.failed(
                                new Problem(
                                        Problem.Kind.PROGRAM,
                                        "The program failed under the probes.",
                                        "There is no advice for this run.",
                                        "See its output.",
                                        "")));
        Screens.shoot(stage, "advice-failed");
        words();
        fire(".notice .button");
        assertEquals(List.of("profile", "look", "cancel", "look"), asked);
    }

    private static Snapshot with(Advice advice) {
        return Samples.snapshot(
                Samples.variants(), SampleProfiles.all(), Map.of("baseline", advice), Map.of());
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
