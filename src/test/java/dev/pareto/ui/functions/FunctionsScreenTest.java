package dev.pareto.ui.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(Fx.class)
class FunctionsScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final FunctionsViewModel model = new FunctionsViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new FunctionsController(
                        model,
                        new FunctionActions(
                                () -> asked.add("profile"),
                                (path, line) -> asked.add(path + ":" + line),
                                picked -> asked.add(picked.toString())));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 820, 480));
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

    @SuppressWarnings("unchecked")
    private TableView<FunctionRow> table() {
        return (TableView<FunctionRow>) stage.getScene().lookup(".table-view");
    }

    private List<String> names() throws InterruptedException {
        return Fx.get(() -> table().getItems().stream().map(FunctionRow::name).toList());
    }

    @Test
    void listsFunctionsWithCallersAndCalleesOfTheSelectedOne()
            throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    model.show(SampleProfiles.baseline());
                    table().getSelectionModel().select(1);
                });
        Screens.shoot(stage, "functions");
        assertEquals(List.of("orders.py:4"), asked);
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "first_of_each",
                                "dedupe.py:6",
                                "0.442 s",
                                "91.8 %",
                                "–",
                                "wall, about",
                                "Callers",
                                "share of load_orders",
                                "Random.randrange",
                                "50.8 %")),
                words::toString);
    }

    @Test
    void keepsToTheFiguresWhereItIsNarrow() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    stage.setWidth(432);
                    model.show(SampleProfiles.baseline());
                    model.select("dedupe.py", 16);
                });
        Screens.shoot(stage, "functions-narrow");
        var words = words();
        assertEquals(List.of(), asked);
        assertTrue(words.contains("main"));
        assertEquals(false, words.contains("dedupe.py:6"));
    }

    @Test
    void sortsAndFilters() throws InterruptedException {
        Fx.run(() -> model.show(SampleProfiles.baseline()));
        assertEquals("first_of_each", names().getFirst());
        Fx.run(
                () -> {
                    var total =
                            table().getColumns().stream()
                                    .filter(c -> c.getText().equals("total"))
                                    .findFirst()
                                    .orElseThrow();
                    table().getSortOrder().setAll(List.of(total));
                });
        assertEquals("main", names().getFirst());
        Fx.run(() -> model.filterProperty().set(" RAND"));
        assertEquals(List.of("Random.randrange", "<built-in getrandbits>"), names());
        Fx.run(
                () -> {
                    model.filterProperty().set("");
                    ((ToggleButton) stage.getScene().lookup("#own")).fire();
                });
        assertEquals(List.of("main", "first_of_each", "load_orders"), names());
    }

    @Test
    void selectsANeighbourEvenWhereTheFilterHidesIt() throws InterruptedException {
        Fx.run(
                () -> {
                    model.show(SampleProfiles.baseline());
                    model.onlyOwnProperty().set(true);
                    model.select("orders.py", 6);
                    model.neighbours().stream()
                            .filter(NeighbourRow.Entry.class::isInstance)
                            .map(NeighbourRow.Entry.class::cast)
                            .filter(e -> e.name().equals("Random.randrange"))
                            .findFirst()
                            .ifPresent(model::select);
                });
        assertEquals(
                "Random.randrange",
                Fx.get(() -> table().getSelectionModel().getSelectedItem().name()));
        assertEquals(List.of(), asked);
    }

    @Test
    void looksAtTheSelectedOwnFunctionsLineByLine() throws InterruptedException {
        var lines = (Button) Fx.get(() -> stage.getScene().lookup("#lines"));
        Fx.run(
                () -> {
                    model.show(SampleProfiles.baseline());
                    table().getSelectionModel().select(2);
                });
        assertEquals(true, Fx.get(lines::isDisabled), "a library's function is not picked");
        Fx.run(
                () -> {
                    table().getSelectionModel().clearSelection();
                    table().getSelectionModel().selectIndices(0, 1);
                });
        assertEquals("2 line by line", Fx.get(lines::getText));
        asked.clear();
        Fx.run(lines::fire);
        assertEquals(1, asked.size());
        assertTrue(
                asked.getFirst().contains("path=dedupe.py, line=6")
                        && asked.getFirst().contains("path=orders.py, line=4"),
                asked::toString);
    }

    @Test
    void asksForAProfileWhereThereIsNone() throws InterruptedException, IOException {
        Screens.shoot(stage, "functions-none");
        Fx.run(() -> ((Button) stage.getScene().lookup(".notice .button")).fire());
        assertEquals(List.of("profile"), asked);
    }
}
