package dev.pareto.ui.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Snapshot;

import javafx.scene.control.Button;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
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
class FilesScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final FilesViewModel model = new FilesViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller = new FilesController(model, new FilesActions(asked::add));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 264, 300));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    @Test
    void showsTheShareOfEachFileAndOfStartUp() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    model.show(program("baseline", SampleProfiles.baseline()), "baseline");
                    model.selectedProperty().set("dedupe.py");
                });
        Screens.shoot(stage, "files");
        var words = Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
        assertTrue(
                words.containsAll(
                        List.of(
                                "05-containers",
                                "dedupe.py",
                                "92.0 %",
                                "orders.py",
                                "5.06 %",
                                "tests",
                                "–",
                                "Start-up",
                                "2.90 %",
                                "CPU-bound: 98.0 %",
                                "of wall time")),
                words::toString);
        assertFalse(words.contains("test_dedupe.py"), "a folder without heat is closed");
    }

    @Test
    void saysThatAProgramWaits() throws InterruptedException, IOException {
        Fx.run(() -> model.show(program("baseline", SampleProfiles.waiting()), "baseline"));
        Screens.shoot(stage, "files-waiting");
        var words = Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
        assertTrue(words.contains("I/O-bound: 70.0 %"), words::toString);
    }

    @Test
    void marksWhatTheVariantChangesAndHatchesTheHeatOfItsParent()
            throws InterruptedException, IOException {
        Fx.run(() -> model.show(program("baseline", SampleProfiles.baseline()), "E"));
        Screens.shoot(stage, "files-variant");
        FileTree root = model.treeProperty().get().getFirst();
        assertEquals(
                List.of("tests false true", "dedupe.py true true", "orders.py false true"),
                root.children().stream()
                        .map(t -> t.row())
                        .map(r -> r.name() + " " + r.changed() + " " + r.stale())
                        .toList());
    }

    @Test
    void opensTheFileThatEnterIsPressedOn() throws InterruptedException {
        Fx.run(
                () -> {
                    model.show(program("baseline", SampleProfiles.baseline()), "baseline");
                    TreeView<?> tree = tree();
                    tree.getSelectionModel().select(3);
                    press(tree, KeyCode.ENTER);
                    tree.getSelectionModel().select(0);
                    press(tree, KeyCode.ENTER);
                });
        assertEquals(List.of("orders.py"), asked);
    }

    @Test
    void keepsFoldersAsThePersonLeftThem() throws InterruptedException {
        Fx.run(
                () -> {
                    Snapshot state = program("baseline", SampleProfiles.baseline());
                    model.show(state, "baseline");
                    folder().setExpanded(true);
                    model.show(state, "E");
                });
        assertTrue(Fx.get(() -> folder().isExpanded()));
    }

    @Test
    void foldsToAStrip() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    model.show(program("baseline", SampleProfiles.baseline()), "baseline");
                    ((Button) stage.getScene().lookup("#fold")).fire();
                });
        Screens.shoot(stage, "files-strip");
        assertTrue(model.foldedProperty().get());
        var root = (Region) stage.getScene().getRoot();
        assertEquals(40.0, Fx.get(() -> root.prefWidth(-1)));
        Fx.run(() -> ((Button) stage.getScene().lookup("#unfold")).fire());
        assertEquals(264.0, Fx.get(() -> root.prefWidth(-1)));
    }

    private TreeItem<?> folder() {
        return tree().getRoot().getChildren().getFirst().getChildren().getFirst();
    }

    private TreeView<?> tree() {
        return (TreeView<?>) stage.getScene().lookup("#tree");
    }

    private static void press(TreeView<?> tree, KeyCode code) {
        tree.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static Snapshot program(String measured, dev.pareto.profile.Profile profile) {
        ProfileReport report = SampleProfiles.report(measured, profile);
        return new Snapshot(
                Samples.program(),
                List.of(Samples.INPUT),
                Samples.INPUT,
                List.of("dedupe.py", "orders.py", "tests/test_dedupe.py", "tests/slow/test_all.py"),
                Samples.variants(),
                Map.of(measured, report),
                Map.of(),
                Map.of());
    }
}
