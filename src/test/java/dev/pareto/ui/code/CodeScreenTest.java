package dev.pareto.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Variant;
import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Fx;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.List;
import java.util.Map;

@ExtendWith(Fx.class)
class CodeScreenTest {
    private CodeStage code;

    @BeforeEach
    void open() throws InterruptedException {
        code = new CodeStage(704, 588);
    }

    @AfterEach
    void close() throws InterruptedException {
        code.close();
    }

    @Test
    void showsTheHeatOfEachLineBesideIt() throws InterruptedException, IOException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.model.open(new CodePlace("orders.py", 6)));
        Fx.run(() -> code.model.open(new CodePlace("dedupe.py", 9)));
        code.settle();
        Screens.shoot(code.stage, "code");
        List<String> words = code.texts();
        assertTrue(
                words.containsAll(
                        List.of(
                                "91.3 %",
                                "12,000",
                                "+61.4 kB",
                                "list of 4,420 items",
                                "first_of_each",
                                "Line 9 takes about",
                                "Time, about",
                                "orders.py")),
                words::toString);
    }

    @Test
    void dropsHitsAndMemoryWhereItIsNarrow() throws InterruptedException, IOException {
        code.resize(648, 400);
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.model.open(new CodePlace("dedupe.py", 9)));
        code.settle();
        Screens.shoot(code.stage, "code-narrow");
        List<String> words = code.texts();
        assertFalse(words.contains("12,000"));
        assertFalse(words.contains("RSS"));
        assertTrue(words.contains("91.3 %"));
    }

    @Test
    void keepsTheHeatOfLinesThatMoveAndHatchesIt() throws InterruptedException, IOException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.area().insertText(0, "# one\n# two\n"));
        code.settle();
        OpenFile file = code.model.files().getFirst();
        assertEquals("91.3 %", String.valueOf(share(file, 11)));
        assertEquals(List.of(10, 11, 12, 19), file.heated());
        assertTrue(file.heat().stale());
        Fx.run(() -> code.model.open(new CodePlace("dedupe.py", 11)));
        code.settle();
        Screens.shoot(code.stage, "code-edited");
        assertTrue(code.texts().contains("Before the edit line 11 took about"));
    }

    @Test
    void sendsAnEditWithTheVariantThatItIsFor() throws InterruptedException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.area().insertText(0, "# why\n"));
        Fx.await("the edit is sent", () -> !code.asked.isEmpty());
        assertEquals(
                List.of(
                        "edited baseline dedupe.py\n# why\n"
                                + Samples.text("baseline", "dedupe.py")),
                code.asked);
    }

    @Test
    void keepsTheLineEndsOfAFileFromWindows() throws InterruptedException {
        String windows = Samples.text("baseline", "dedupe.py").replace("\n", "\r\n");
        code.show(Samples.worked(), "baseline", (_, _) -> windows);
        assertEquals(List.of(8, 9, 10, 17), code.model.files().getFirst().heated());
        Fx.run(() -> code.area().insertText(0, "# why\n"));
        Fx.run(code.model::flush);
        assertEquals(List.of("edited baseline dedupe.py\n# why\r\n" + windows), code.asked);
    }

    @Test
    void tellsTheFullFiguresOfALineInItsMenu() throws InterruptedException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.model.open(new CodePlace("dedupe.py", 9)));
        String words =
                Fx.get(
                        () -> {
                            var menu = code.area().getContextMenu();
                            menu.show(code.area(), 0, 0);
                            menu.hide();
                            return menu.getItems().getFirst().getText();
                        });
        assertEquals(
                """
                Line 9 about 91.3 %
                0.440 s CPU, 0 s waiting
                440 samples, 12,000 hits""",
                words);
    }

    @Test
    void keepsWhatIsTypedWhileAnEditComesBackAsANewVariant() throws InterruptedException {
        code.show(Samples.opened(), "baseline");
        Fx.run(() -> code.area().insertText(0, "#"));
        Fx.run(code.model::flush);
        Fx.run(() -> code.area().insertText(1, " more"));
        String sent = "#" + Samples.text("baseline", "dedupe.py");
        var edit =
                new Variant(
                        "A", "edit", "baseline", Variant.Origin.EDIT, Map.of("dedupe.py", sent));
        var state =
                Samples.snapshot(List.of(Variant.baseline(), edit), Map.of(), Map.of(), Map.of());
        code.show(state, "A", (id, path) -> id.equals("A") ? sent : Samples.text(id, path));
        code.settle();
        assertTrue(Fx.get(() -> code.area().getText()).startsWith("# more\"\"\"Keep"));
        Fx.run(code.model::flush);
        assertTrue(code.asked.getLast().startsWith("edited A dedupe.py\n# more"));
    }

    @Test
    void keepsWhatIsTypedWhileAProfileArrives() throws InterruptedException {
        code.show(Samples.opened(), "baseline");
        Fx.run(() -> code.area().insertText(0, "# "));
        code.show(Samples.worked(), "baseline");
        Fx.await(
                "the heat is there",
                () -> code.model.files().getFirst().heat().kind() == FileHeat.Kind.SAMPLED);
        assertTrue(Fx.get(() -> code.area().getText()).startsWith("# \"\"\"Keep"));
        Fx.run(code.model::flush);
        assertEquals(1, code.asked.size());
    }

    @Test
    void showsTheOldTextAgainWhenAnEditWasNotTaken() throws InterruptedException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.area().insertText(0, "# "));
        Fx.run(code.model::flush);
        Fx.run(() -> code.model.show(Samples.worked(), "D", Samples::text));
        Fx.await(
                "the text of D is shown",
                () -> code.area().getText().equals(Samples.text("D", "dedupe.py")));
    }

    @Test
    void showsAVariantWithTheHeatOfWhatItGrewOutOf() throws InterruptedException, IOException {
        var profiles =
                Map.of("baseline", SampleProfiles.report("baseline", SampleProfiles.baseline()));
        code.show(Samples.snapshot(Samples.variants(), profiles, Map.of(), Map.of()), "E");
        OpenFile file = code.model.files().getFirst();
        assertTrue(file.changedProperty().get());
        assertTrue(file.heat().stale());
        assertEquals(List.of(9, 12, 19), file.heated());
        Screens.shoot(code.stage, "code-variant");
    }

    @Test
    void followsTheSelectedLineBothWays() throws InterruptedException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.model.placeProperty().set(new CodePlace("dedupe.py", 16)));
        assertEquals(15, Fx.get(() -> code.area().getCurrentParagraph()));
        Fx.run(() -> code.area().moveTo(2, 0));
        assertEquals(new CodePlace("dedupe.py", 3), Fx.get(() -> code.model.placeProperty().get()));
    }

    @Test
    void goesFromHotspotToHotspotAcrossFiles() throws InterruptedException {
        code.show(Samples.finished(), "E");
        Fx.run(() -> code.model.open(new CodePlace("orders.py", 1)));
        code.settle();
        Fx.run(() -> code.actions.perform(Action.NEXT_HOTSPOT));
        assertEquals(new CodePlace("orders.py", 6), Fx.get(() -> code.model.placeProperty().get()));
    }

    @Test
    void findsAndReplaces() throws InterruptedException, IOException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.actions.perform(Action.REPLACE));
        Fx.run(() -> ((TextField) code.node("#wanted")).setText("seen"));
        Fx.run(() -> code.actions.perform(Action.NEXT_MATCH));
        Fx.run(() -> code.actions.perform(Action.NEXT_MATCH));
        code.settle();
        assertEquals("2 of 4", ((Label) code.node("#count")).getText());
        Screens.shoot(code.stage, "code-find");
        Fx.run(() -> ((TextField) code.node("#replacement")).setText("known"));
        Fx.run(() -> ((Button) code.node("#all")).fire());
        assertEquals("no match", ((Label) code.node("#count")).getText());
        assertTrue(code.area().getText().contains("if order not in known:"), code.area().getText());
        Fx.run(() -> code.area().undo());
        assertEquals(Samples.text("baseline", "dedupe.py"), code.area().getText());
    }

    @Test
    void goesToALineAndSaysWhichThereAre() throws InterruptedException, IOException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.actions.perform(Action.GO_TO_LINE));
        var line = (TextField) code.node("#line");
        Fx.run(() -> line.setText("99"));
        Fx.run(() -> line.fireEvent(new javafx.event.ActionEvent()));
        assertEquals(
                "There are 22 lines: type a number from 1 to 22.",
                ((Label) code.node("#word")).getText());
        Screens.shoot(code.stage, "code-go");
        Fx.run(() -> line.setText("14"));
        Fx.run(() -> line.fireEvent(new javafx.event.ActionEvent()));
        assertEquals(13, Fx.get(() -> code.area().getCurrentParagraph()));
    }

    @Test
    void indentsAsPythonWantsIt() throws InterruptedException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.area().moveTo(7, code.area().getText(7).length()));
        code.press(code.area(), KeyCode.ENTER, false);
        Fx.run(() -> code.area().insertText(code.area().getCaretPosition(), "pass"));
        assertEquals("        pass", code.area().getText(8));
        code.press(code.area(), KeyCode.TAB, true);
        assertEquals("    pass", code.area().getText(8));
        Fx.run(() -> code.actions.perform(Action.COMMENT));
        assertEquals("    # pass", code.area().getText(8));
        code.press(code.area(), KeyCode.ENTER, false);
        code.press(code.area(), KeyCode.BACK_SPACE, false);
        assertEquals("", code.area().getText(9));
    }

    @Test
    void choosesAnotherVariant() throws InterruptedException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> ((MenuButton) code.node("#variant")).getItems().get(4).fire());
        assertEquals(List.of("variant D"), code.asked);
    }

    @Test
    void closesATabAndKeepsTheLast() throws InterruptedException {
        code.show(Samples.worked(), "baseline");
        Fx.run(() -> code.model.open(new CodePlace("orders.py", 1)));
        Fx.run(() -> code.actions.perform(Action.CLOSE_TAB));
        Fx.run(() -> code.actions.perform(Action.CLOSE_TAB));
        assertEquals(
                List.of("dedupe.py"), code.model.files().stream().map(OpenFile::path).toList());
    }

    @Test
    void saysWhyAFileCannotBeShown() throws InterruptedException, IOException {
        var problem =
                new Problem(
                        Problem.Kind.USAGE,
                        "dedupe.py is not text.",
                        "Its bytes are no UTF-8.",
                        "Save it as UTF-8.",
                        "");
        Fx.run(
                () ->
                        code.model.show(
                                Samples.worked(),
                                "baseline",
                                (_, _) -> {
                                    throw new ProblemException(problem);
                                }));
        Fx.await(
                "it says so",
                () -> ((Label) code.node("#empty")).getText().startsWith("dedupe.py is not"));
        Screens.shoot(code.stage, "code-problem");
    }

    private static Object share(OpenFile file, int line) {
        LineFigures figures = file.figures(line);
        return figures == null ? "none" : figures.share();
    }
}
