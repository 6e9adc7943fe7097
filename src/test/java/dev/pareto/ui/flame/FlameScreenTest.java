package dev.pareto.ui.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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
class FlameScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final FlameViewModel model = new FlameViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new FlameController(
                        model,
                        new FlameActions(
                                () -> asked.add("profile"),
                                (path, line) -> asked.add(path + ":" + line)));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 960, 480));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private void showReport() throws InterruptedException {
        Fx.run(() -> model.show(Trees.profile(Trees.report())));
        words();
    }

    private List<String> words() throws InterruptedException {
        return Fx.get(
                () -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return Screens.texts(stage.getScene().getRoot());
                });
    }

    private FlameCanvas canvas() {
        return (FlameCanvas) stage.getScene().lookup(".flame-canvas");
    }

    private void press(KeyCode... codes) throws InterruptedException {
        Fx.run(
                () -> {
                    for (KeyCode code : codes) {
                        canvas().fireEvent(
                                        new KeyEvent(
                                                KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                code,
                                                false,
                                                false,
                                                false,
                                                false));
                    }
                });
    }

    /// At a point of the canvas.
    private void mouse(EventType<MouseEvent> type, double x, double y, int clicks)
            throws InterruptedException {
        Fx.run(
                () -> {
                    var at = canvas().localToScene(x, y);
                    canvas().fireEvent(
                                    new MouseEvent(
                                            type,
                                            at.getX(),
                                            at.getY(),
                                            at.getX(),
                                            at.getY(),
                                            MouseButton.PRIMARY,
                                            clicks,
                                            false,
                                            false,
                                            false,
                                            false,
                                            false,
                                            false,
                                            false,
                                            false,
                                            false,
                                            true,
                                            null));
                });
    }

    @Test
    void coloursByChangeAndTellsBothTimesExactly() throws InterruptedException, IOException {
        Fx.run(() -> model.show(SampleProfiles.withSet(), SampleProfiles.baseline()));
        words();
        press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        Screens.shoot(stage, "flame-difference");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "takes less",
                                "gone",
                                "no difference beyond sampling",
                                "-90.9 %: 0.442 s before, 40.1 ms after; self 0.442 s before, 40.1"
                                        + " ms after")),
                words::toString);
    }

    private String selected() throws InterruptedException {
        return Fx.get(
                () -> {
                    var node = model.selectedProperty().get();
                    return node == null ? "" : node.frame().function();
                });
    }

    private String zoomed() throws InterruptedException {
        return Fx.get(
                () -> {
                    var node = model.zoomProperty().get();
                    return node == null ? "" : node.frame().function();
                });
    }

    @Test
    void showsTheTreeWithWhatIsLookedFor() throws InterruptedException, IOException {
        showReport();
        Fx.run(
                () -> {
                    ((TextField) stage.getScene().lookup("#search")).setText("pars");
                    model.select("report.py", 25);
                });
        words();
        mouse(MouseEvent.MOUSE_MOVED, 40, FlamePainter.ROW * 5.5, 0);
        Screens.shoot(stage, "flame");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "4 functions match, together about 43.1 %",
                                "parse_line",
                                "0.682 s wall, about 43.1 %; self 64.0 ms",
                                "own code",
                                "waiting")),
                words::toString);
    }

    @Test
    void zoomsByClickAndStepsOutAgain() throws InterruptedException, IOException {
        showReport();
        mouse(MouseEvent.MOUSE_CLICKED, 40, FlamePainter.ROW * 3.5, 1);
        assertEquals("load_report", zoomed());
        Screens.shoot(stage, "flame-zoomed");
        var words = words();
        assertTrue(words.contains("0.882 s of 1.58 s wall, about 55.8 %"), words::toString);
        Fx.run(() -> ((Button) stage.getScene().lookup("#back")).fire());
        assertEquals("main", zoomed());
        press(KeyCode.DIGIT0);
        assertEquals("report.py", zoomed());
    }

    @Test
    void goesToTheSourceOnDoubleClick() throws InterruptedException {
        showReport();
        mouse(MouseEvent.MOUSE_CLICKED, 40, FlamePainter.ROW * 4.5, 2);
        assertEquals(List.of("report.py:22"), asked);
    }

    @Test
    void movesByKey() throws InterruptedException {
        showReport();
        press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        assertEquals("load_report", selected());
        press(KeyCode.RIGHT);
        assertEquals("fetch_rates", selected());
        press(KeyCode.ENTER, KeyCode.G);
        assertEquals("fetch_rates", zoomed());
        assertEquals(List.of("report.py:40"), asked);
        press(KeyCode.BACK_SPACE, KeyCode.UP);
        assertEquals("main", zoomed());
        assertEquals("main", selected());
        Fx.run(() -> model.searchProperty().set("parse"));
        press(KeyCode.N, KeyCode.N);
        assertEquals("parse", selected());
        press(KeyCode.SLASH);
        assertEquals("search", Fx.get(() -> stage.getScene().getFocusOwner().getId()));
    }

    @Test
    void keepsItsPlaceWhenLibrariesAreHidden() throws InterruptedException, IOException {
        showReport();
        mouse(MouseEvent.MOUSE_CLICKED, 40, FlamePainter.ROW * 4.5, 1);
        press(KeyCode.H);
        assertEquals("parse_line", zoomed());
        Fx.run(
                () -> {
                    ((ToggleButton) stage.getScene().lookup("#flame")).fire();
                    model.zoomToAll();
                    stage.setWidth(432);
                });
        Screens.shoot(stage, "flame-narrow");
        assertEquals(
                List.of("isinstance", "split", "strip"),
                Fx.get(
                        () ->
                                model.selectedProperty().get().children().stream()
                                        .map(n -> n.frame().function())
                                        .sorted()
                                        .toList()));
    }

    @Test
    void saysTheSameAsATable() throws InterruptedException, IOException {
        showReport();
        Fx.run(
                () -> {
                    model.select("report.py", 41);
                    ((ToggleButton) stage.getScene().lookup("#asTable")).fire();
                });
        Screens.shoot(stage, "flame-table");
        var words = words();
        assertTrue(words.containsAll(List.of("fetch_rates", "0.340 s", "21.5 %")), words::toString);
    }

    @Test
    void staysFastWithAMillionFrames() throws InterruptedException {
        var profile = Trees.profile(Trees.million());
        Fx.run(() -> model.show(profile));
        words();
        double before = Fx.get(FlameTreeTest::cpuSeconds);
        press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        words();
        double seconds = Fx.get(FlameTreeTest::cpuSeconds) - before;
        assertEquals("top97", zoomed());
        assertTrue(seconds < 1, () -> seconds + " s of CPU to zoom");
    }

    @Test
    void asksForAProfileWhereThereIsNone() throws InterruptedException {
        words();
        Fx.run(() -> ((Button) stage.getScene().lookup(".notice .button")).fire());
        assertEquals(List.of("profile"), asked);
    }
}
