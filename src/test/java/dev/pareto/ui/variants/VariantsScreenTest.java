package dev.pareto.ui.variants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

@ExtendWith(Fx.class)
class VariantsScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final VariantsViewModel model = new VariantsViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new VariantsController(
                        model,
                        new VariantActions(
                                note("select"),
                                note("measure"),
                                note("compare"),
                                note("pin"),
                                note("remove"),
                                note("branch"),
                                note("difference")));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 1376, 240));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private Consumer<String> note(String what) {
        return id -> asked.add(what + " " + id);
    }

    @Test
    void showsVerdictsWithTheirIntervals() throws InterruptedException, IOException {
        Fx.run(() -> model.show(Samples.worked(), "baseline"));
        Screens.shoot(stage, "variants");
        var words = Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
        assertTrue(
                words.containsAll(
                        List.of(
                                "4.55×",
                                "4.34–4.71×",
                                "faster",
                                "output changed",
                                "+151 %",
                                "same on 3 inputs")),
                () -> words.toString());
    }

    @Test
    void dropsColumnsWhereItIsNarrow() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    stage.setWidth(952);
                    model.show(Samples.worked(), "baseline");
                    model.measuring("D", "pair 9 of 11");
                });
        Screens.shoot(stage, "variants-narrow");
        var words = Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
        assertEquals(false, words.contains("Peak memory"));
        assertTrue(words.contains("pair 9 of 11"));
    }

    @Test
    void tellsWhichVariantIsSelected() throws InterruptedException {
        Fx.run(
                () -> {
                    model.show(Samples.worked(), "baseline");
                    var list = (ListView<?>) stage.getScene().lookup(".list-view");
                    list.getSelectionModel().select(3);
                    ((Button) stage.getScene().lookup("#compare")).fire();
                });
        assertEquals(List.of("select D", "compare D"), asked);
        assertEquals("D", model.selectedProperty().get());
    }

    @Test
    void opensTheFirstDifference() throws InterruptedException {
        Fx.run(
                () -> {
                    model.show(Samples.worked(), "baseline");
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    ((Hyperlink) stage.getScene().lookup(".hyperlink")).fire();
                });
        assertEquals(List.of("difference B"), asked);
    }
}
