package dev.pareto.ui.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.control.ChartView;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.jfree.chart.entity.CategoryItemEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

@ExtendWith(Fx.class)
class LinesScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final LinesViewModel model = new LinesViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new LinesController(
                        model,
                        new LineActions(
                                () -> asked.add("profile"),
                                (path, line) -> asked.add(path + ":" + line)));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 820, 560));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private static String code(String path, int line) {
        return Samples.text("baseline", path).lines().skip(line - 1L).findFirst().orElse("");
    }

    private List<String> words() throws InterruptedException {
        return Fx.get(
                () -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return Screens.texts(stage.getScene().getRoot());
                });
    }

    @Test
    void findsTheFewLinesThatTakeMostTime() throws InterruptedException, IOException {
        Fx.run(() -> model.show(several(), LinesScreenTest::code));
        Screens.shoot(stage, "lines");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "3 of 21 lines take 83.0 %",
                                "if order not in seen:", "40.0 %", "0.400 s")),
                words::toString);
        assertEquals(3, model.rows().stream().filter(LineRow::hot).count());
    }

    @Test
    void leavesOutColumnsWhereItIsNarrow() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    stage.setWidth(432);
                    model.show(SampleProfiles.baseline(), LinesScreenTest::code);
                    model.select("dedupe.py", 9);
                });
        Screens.shoot(stage, "lines-narrow");
        var words = words();
        assertTrue(words.contains("1 of 5 lines takes 91.3 %"), words::toString);
        assertEquals(false, words.contains("Sum"));
        assertEquals(List.of(), asked);
    }

    @Test
    void saysSoWhereStartUpTakesTheTime() throws InterruptedException {
        Fx.run(() -> model.show(profile(0.1, 0.07, List.of(line("a.py", 1, 0.03))), (_, _) -> ""));
        assertEquals(
                "All lines together take 30.0 %; start-up takes 70.0 %",
                Fx.get(() -> model.headingProperty().get()));
    }

    @Test
    void goesToALineFromTheTableAndFromItsBar() throws InterruptedException {
        Fx.run(
                () -> {
                    model.show(SampleProfiles.baseline(), LinesScreenTest::code);
                    ((TableView<?>) stage.getScene().lookup(".table-view"))
                            .getSelectionModel()
                            .select(2);
                });
        words();
        Fx.run(
                () -> {
                    var chart = (ChartView) stage.getScene().lookup(".chart");
                    for (Object entity : chart.info().getEntityCollection().getEntities()) {
                        if (entity instanceof CategoryItemEntity bar
                                && bar.getRowKey().equals("share")
                                && bar.getColumnKey().equals("dedupe:9")) {
                            var area = bar.getArea().getBounds2D();
                            click(chart, area.getCenterX(), area.getCenterY());
                        }
                    }
                });
        assertEquals(List.of("dedupe.py:10", "dedupe.py:9"), asked);
        assertEquals(0, Fx.get(() -> table().getSelectionModel().getSelectedIndex()));
    }

    private TableView<?> table() {
        return (TableView<?>) stage.getScene().lookup(".table-view");
    }

    private static void click(Region on, double localX, double localY) {
        double x = on.localToScene(localX, localY).getX();
        double y = on.localToScene(localX, localY).getY();
        on.fireEvent(
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
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
    }

    @Test
    void asksForAProfileWhereThereIsNone() throws InterruptedException {
        words();
        Fx.run(() -> ((Button) stage.getScene().lookup(".notice .button")).fire());
        assertEquals(List.of("profile"), asked);
    }

    private static Profile several() {
        var lines = new ArrayList<LineCost>();
        lines.add(line("dedupe.py", 9, 0.40));
        lines.add(line("dedupe.py", 10, 0.26));
        lines.add(line("orders.py", 6, 0.17));
        for (int i = 1; i <= 18; i++) {
            lines.add(line("dedupe.py", 10 + i, 0.016 - i * 0.0008));
        }
        return profile(1, 0.02, lines);
    }

    private static Profile profile(double wall, double startup, List<LineCost> lines) {
        Profile like = SampleProfiles.baseline();
        return new Profile(
                like.engine(),
                new WallTime(wall),
                new CpuTime(wall),
                WallTime.ZERO,
                new WallTime(startup),
                1000,
                0,
                List.of(),
                lines,
                like.tree(),
                like.memory(),
                true,
                List.of());
    }

    private static LineCost line(String path, int line, double seconds) {
        var cost =
                new Cost(
                        new WallTime(seconds),
                        new CpuTime(seconds),
                        WallTime.ZERO,
                        WallTime.ZERO,
                        Math.round(seconds * 1000));
        return new LineCost(
                new CodeFile(path, CodeFile.Owner.OWN),
                line,
                cost,
                cost,
                Bytes.ZERO,
                Bytes.ZERO,
                OptionalLong.empty());
    }
}
