package dev.pareto.ui.sunburst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.profile.CallTable;
import dev.pareto.profile.CallTable.Call;
import dev.pareto.profile.CallTable.Function;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Profile;
import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.scene.control.Button;
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
import java.util.Objects;

@ExtendWith(Fx.class)
class SunburstScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final SunburstViewModel model = new SunburstViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new SunburstController(
                        model,
                        new SunburstActions(
                                () -> asked.add("profile"),
                                (path, line) -> asked.add(path + ":" + line)));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 900, 560));
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

    private SunburstCanvas canvas() {
        return (SunburstCanvas) stage.getScene().lookup(".sunburst-canvas");
    }

    private void key(KeyCode code) throws InterruptedException {
        Fx.run(
                () ->
                        canvas().fireEvent(
                                        new KeyEvent(
                                                KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                code,
                                                false,
                                                false,
                                                false,
                                                false)));
    }

    @Test
    void showsTheCallsOfATableAndWhatEachTakes() throws InterruptedException, IOException {
        Fx.run(() -> model.show(traced()));
        Screens.shoot(stage, "sunburst");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of("10.0 s, 100 % of the whole", "slow", "6.00 s", "60.0 %", "quick")),
                words::toString);
        // To the right of the middle, in the first ring, lies the callee with most time.
        String right =
                Fx.get(
                        () -> {
                            Region at = canvas();
                            double radius = Math.min(at.getWidth(), at.getHeight()) / 2;
                            return canvas().at(
                                            at.getWidth() / 2 + 0.5 * radius,
                                            at.getHeight() / 2 + 1)
                                    .map(Slice::name)
                                    .orElse("nothing");
                        });
        assertEquals("slow", right);
    }

    @Test
    void canBeWalkedByTheKeyboardAndBack() throws InterruptedException {
        Fx.run(() -> model.show(traced()));
        key(KeyCode.DOWN);
        assertEquals("slow", selected());
        key(KeyCode.RIGHT);
        assertEquals("quick", selected());
        key(KeyCode.ENTER);
        assertEquals("quick", centre());
        assertTrue(words().contains("3.00 s, 30.0 % of the whole"), words()::toString);
        key(KeyCode.DOWN);
        assertEquals("work", selected());
        key(KeyCode.G);
        assertEquals(List.of("a.py:4"), asked);
        key(KeyCode.ESCAPE);
        assertEquals("main", centre());
        key(KeyCode.ESCAPE);
        assertEquals("main", centre());
    }

    private String selected() throws InterruptedException {
        return Fx.get(() -> Objects.requireNonNull(model.selectedProperty().get()).name());
    }

    private String centre() throws InterruptedException {
        return Fx.get(() -> Objects.requireNonNull(model.centreProperty().get()).name());
    }

    @Test
    void hasNoMoreRingsThanWereAskedFor() throws InterruptedException {
        Fx.run(() -> model.show(chain(30)));
        assertEquals(10, Fx.get(() -> Objects.requireNonNull(model.ringsProperty().get()).depth()));
        Fx.run(() -> model.depthProperty().set(3));
        assertEquals(3, Fx.get(() -> Objects.requireNonNull(model.ringsProperty().get()).depth()));
        Fx.run(() -> model.cutoffProperty().set(0.5));
        Fx.run(() -> model.show(traced()));
        assertEquals(2, Fx.get(() -> Objects.requireNonNull(model.ringsProperty().get()).depth()));
        assertEquals(
                List.of("slow"),
                Fx.get(
                        () ->
                                Objects.requireNonNull(model.ringsProperty().get()).ring(1).stream()
                                        .map(arc -> arc.slice().name())
                                        .toList()));
    }

    @Test
    void showsSampledStacksAsTheyWere() throws InterruptedException, IOException {
        Fx.run(() -> model.show(SampleProfiles.baseline()));
        Screens.shoot(stage, "sunburst-sampled");
        var words = words();
        assertTrue(words.contains("from sampled stacks, as they were"), words::toString);
        key(KeyCode.DOWN);
        assertEquals("<module>", selected());
        key(KeyCode.DOWN);
        key(KeyCode.DOWN);
        assertEquals("first_of_each", selected());
        assertTrue(words().contains("0.442 s, about 91.7 % of the whole"), words()::toString);
    }

    @Test
    void saysWhatToDoWithoutAProfile() throws InterruptedException {
        assertTrue(words().contains("No profile yet"));
        Fx.run(() -> ((Button) stage.getScene().lookup(".notice .button")).fire());
        assertEquals(List.of("profile"), asked);
    }

    private static Profile traced() {
        return profile(
                function("main", 1, 1, 10, new Call(1, 1, 1, 1, 6), new Call(2, 1, 1, 2, 3)),
                function("slow", 2, 1, 6, new Call(3, 1, 1, 5, 5)),
                function("quick", 3, 2, 3, new Call(3, 1, 1, 1, 1)),
                function("work", 4, 6, 6));
    }

    private static Profile chain(int length) {
        var functions = new Function[length];
        for (int i = 0; i < length; i++) {
            Call[] callees =
                    i + 1 < length ? new Call[] {new Call(i + 1, 1, 1, 0.1, 10)} : new Call[0];
            functions[i] = function("f" + i, i + 1, 0.1, 10, callees);
        }
        return profile(functions);
    }

    private static Function function(
            String name, int line, double self, double total, Call... callees) {
        return new Function(
                name,
                new CodeFile("a.py", CodeFile.Owner.OWN),
                line,
                1,
                1,
                self,
                total,
                List.of(callees));
    }

    private static Profile profile(Function... functions) {
        Profile like = SampleProfiles.baseline();
        return new Profile(
                        dev.pareto.profile.EngineKind.CPROFILE,
                        like.wall(),
                        like.cpu(),
                        like.waiting(),
                        like.startup(),
                        0,
                        0,
                        List.of(),
                        List.of(),
                        like.tree(),
                        like.memory(),
                        true,
                        List.of())
                .withCalls(new CallTable(List.of(functions)));
    }
}
