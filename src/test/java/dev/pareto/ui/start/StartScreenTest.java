package dev.pareto.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.RecentProgram;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(Fx.class)
class StartScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Path HOME = Path.of("/home/ada");

    private final List<String> asked = new ArrayList<>();

    @Test
    void showsWhatCanBeOpened() throws InterruptedException, IOException {
        var model = Fx.get(StartScreenTest::filled);
        var stage = show(new StartController(model, actions()), 1440, 900);

        var texts = Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
        assertTrue(
                texts.containsAll(
                        List.of(
                                "Start a lesson",
                                "3 lessons of about 20 minutes.",
                                "dedupe.py",
                                "Lesson, Choose the right container",
                                "11.0× faster",
                                "today",
                                "~/work/nightly",
                                "no difference",
                                "yesterday",
                                "-m pytest tests/slow",
                                "20 November",
                                "CPython 3.13.0 and 3 others found")),
                texts::toString);
        Screens.shoot(stage, "start");
        Fx.run(() -> stage.setWidth(1000));
        Fx.run(() -> stage.setHeight(700));
        Screens.shoot(stage, "start-small");
        Fx.run(stage::close);
    }

    @Test
    void asksForWhatIsPressed() throws InterruptedException {
        var model = Fx.get(StartScreenTest::filled);
        var stage = show(new StartController(model, actions()), 1000, 700);

        Fx.run(() -> button(stage, "lessons").fire());
        Fx.run(() -> button(stage, "file").fire());
        Fx.run(() -> button(stage, "folder").fire());
        assertEquals(List.of("lessons", "file", "folder"), asked);
        Fx.run(stage::close);
    }

    @Test
    void showsEveryLessonAsACard() throws InterruptedException, IOException {
        var model = Fx.get(StartScreenTest::filled);
        var stage = show(new LearnController(model, actions()), 1000, 700);

        var texts = Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
        assertTrue(
                texts.containsAll(
                        List.of("05", "Choose the right container", "list, set, dict", "20 min")),
                texts::toString);
        Screens.shoot(stage, "learn");
        Fx.run(stage::close);
    }

    private static Stage show(Object controller, int width, int height)
            throws InterruptedException {
        return Fx.get(() -> Screens.show((Region) Views.load(controller), width, height));
    }

    private static Button button(Stage stage, String id) {
        return (Button) stage.getScene().lookup("#" + id);
    }

    private StartActions actions() {
        return new StartActions(
                () -> asked.add("lessons"),
                asked::add,
                () -> asked.add("file"),
                () -> asked.add("folder"),
                () -> asked.add("profile"),
                r -> asked.add(r.label()),
                p -> asked.add(p.toString()));
    }

    private static StartViewModel filled() {
        var model = new StartViewModel(Clock.fixed(NOW, ZoneOffset.UTC), HOME);
        model.show(
                List.of(
                        lesson("02", "Find the hotspot", List.of("cProfile", "self and total"), ""),
                        lesson(
                                "05",
                                "Choose the right container",
                                List.of("list", "set", "dict"),
                                "11.0× faster"),
                        lesson("09", "Stream, do not hoard", List.of("memory", "generators"), "")),
                List.of(
                        recent("dedupe.py", "lessons/05", "05", "faster", 11.0, 0),
                        recent("report.py", "work/nightly", null, "no_difference", 1.0, 1),
                        recent(
                                "-m pytest tests/slow",
                                "work/pricing",
                                null,
                                "undecided",
                                null,
                                4)));
        model.interpreters(
                List.of("CPython 3.13.0", "CPython 3.12.1", "CPython 3.11.2", "CPython 3.10.9"));
        return model;
    }

    private static LessonTile lesson(
            String number, String title, List<String> concepts, String best) {
        return new LessonTile(number, number, title, concepts, "starter", 20, best);
    }

    private static RecentProgram recent(
            String label,
            String folder,
            @org.jspecify.annotations.Nullable String lesson,
            String verdict,
            @org.jspecify.annotations.Nullable Double ratio,
            int daysAgo) {
        return new RecentProgram(
                label + folder,
                label,
                HOME.resolve(folder),
                lesson,
                verdict,
                ratio,
                NOW.minusSeconds(86_400L * daysAgo));
    }
}
