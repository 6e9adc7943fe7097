package dev.pareto.ui.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.scene.control.Button;
import javafx.scene.control.TableView;
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
class MemoryScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final MemoryViewModel model = new MemoryViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new MemoryController(
                        model,
                        new MemoryActions(
                                () -> asked.add("profile"),
                                (path, line) -> asked.add(path + ":" + line)));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 820, 520));
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

    @Test
    void marksThePeakAndListsLinesByGrowth() throws InterruptedException, IOException {
        Fx.run(() -> model.show(growing(), (_, line) -> "rows = [parse(line) for x in " + line));
        Screens.shoot(stage, "memory");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "start 9.90 MB",
                                "peak 182 MB",
                                "end 71.4 MB",
                                "+63.4 MB",
                                "-2.20 MB",
                                "+61.2 MB",
                                "84.0 %")),
                words::toString);
        assertEquals(
                "Resident memory, start 9.90 MB, Peak 182 MB at 1.16 s, end 71.4 MB",
                Fx.get(() -> stage.getScene().lookup(".chart").getAccessibleText()));
    }

    @Test
    void leavesOutColumnsWhereItIsNarrow() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    stage.setWidth(432);
                    model.show(growing(), (_, _) -> "rows.append(row)");
                    model.select("dedupe.py", 10);
                });
        Screens.shoot(stage, "memory-narrow");
        assertEquals(false, words().contains("Freed"));
        Fx.run(
                () ->
                        ((TableView<?>) stage.getScene().lookup(".table-view"))
                                .getSelectionModel()
                                .select(0));
        assertEquals(List.of("dedupe.py:9"), asked);
    }

    @Test
    void saysThatThePeakFellBetweenTwoLooks() {
        var timeline =
                new MemoryTimeline(
                        new Bytes(100_000_000),
                        List.of(
                                new MemoryTimeline.Point(WallTime.ZERO, new Bytes(10_000_000)),
                                new MemoryTimeline.Point(new WallTime(1), new Bytes(60_000_000))));
        assertEquals("Peak 100 MB, between two looks", MemoryViewModel.peakWords(timeline));
        assertEquals(
                "Peak 60.0 MB at 1.00 s",
                MemoryViewModel.peakWords(
                        new MemoryTimeline(new Bytes(59_000_000), timeline.points())));
    }

    @Test
    void saysWhereThereIsNothingToShow() throws InterruptedException {
        assertTrue(words().contains("No profile yet"));
        Fx.run(
                () ->
                        model.show(
                                profile(List.of(), new MemoryTimeline(Bytes.ZERO, List.of())),
                                (_, _) -> ""));
        assertTrue(words().contains("Memory was not watched"));
        Fx.run(() -> ((Button) stage.getScene().lookup(".notice .button")).fire());
        assertEquals(List.of("profile"), asked);
    }

    private static Profile growing() {
        double[][] corners = {
            {0, 9.9},
            {0.09, 12},
            {0.4, 92},
            {0.52, 96.5},
            {1.16, 182},
            {1.2, 181},
            {1.24, 121},
            {1.56, 122},
            {1.6, 74},
            {1.82, 71.4}
        };
        var points = new ArrayList<MemoryTimeline.Point>();
        for (int i = 0; i + 1 < corners.length; i++) {
            for (int step = 0; step < 20; step++) {
                double part = step / 20.0;
                points.add(
                        point(
                                corners[i][0] + part * (corners[i + 1][0] - corners[i][0]),
                                corners[i][1] + part * (corners[i + 1][1] - corners[i][1])));
            }
        }
        points.add(point(1.82, 71.4));
        return profile(
                List.of(
                        line(9, 63_400_000, 2_200_000),
                        line(10, 6_080_000, 0),
                        line(12, 8_000_000, 12_400_000),
                        line(14, 8_980_000, 3_390_000)),
                new MemoryTimeline(new Bytes(182_000_000), points));
    }

    private static MemoryTimeline.Point point(double seconds, double mega) {
        return new MemoryTimeline.Point(new WallTime(seconds), new Bytes(Math.round(mega * 1e6)));
    }

    private static LineCost line(int line, long up, long down) {
        LineCost like = SampleProfiles.baseline().lines().getFirst();
        return new LineCost(
                like.file(),
                line,
                like.self(),
                like.total(),
                new Bytes(up),
                new Bytes(down),
                like.hits());
    }

    private static Profile profile(List<LineCost> lines, MemoryTimeline memory) {
        Profile like = SampleProfiles.baseline();
        return new Profile(
                like.engine(),
                like.wall(),
                like.cpu(),
                like.waiting(),
                like.startup(),
                like.samples(),
                0,
                List.of(),
                lines,
                like.tree(),
                memory,
                true,
                List.of());
    }
}
