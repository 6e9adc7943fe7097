package dev.pareto.ui.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.profile.ThreadCost;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
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
import java.util.OptionalLong;

@ExtendWith(Fx.class)
class WaitingScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final WaitingViewModel model = new WaitingViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new WaitingController(
                        model,
                        new WaitingActions(
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
    void saysThatItWaitsWhereAndForHowLong() throws InterruptedException, IOException {
        Fx.run(
                () ->
                        model.show(
                                profile(
                                        EngineKind.OUTSIDE,
                                        List.of(thread(1, 0.5, 1.5, 0, 0)),
                                        List.of("12,000 page faults")),
                                (_, line) -> "answer = ask(" + line + ")"));
        Screens.shoot(stage, "waiting");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "I/O-bound: it waited for about 75.0 % of its 2.00 s",
                                "It waited longest at fetch.py:9: about 1.40 s.",
                                "12,000 page faults",
                                "CPU 0.500 s",
                                "waiting 1.50 s",
                                "run queue –",
                                "Threads: 1",
                                "Main thread",
                                "waits",
                                "fetch.py:9",
                                "answer = ask(9)",
                                "93.3 %")),
                words::toString);
        assertEquals(
                "CPU 0.500 s, waiting 1.50 s, run queue –",
                Fx.get(() -> stage.getScene().lookup(".time-split").getAccessibleText()));
    }

    @Test
    void neverCallsAWorkerThatComputesBoundByInput() throws InterruptedException, IOException {
        Fx.run(
                () ->
                        model.show(
                                profile(
                                        EngineKind.OUTSIDE,
                                        List.of(
                                                thread(1, 0.02, 1.98, 0, 0),
                                                thread(2, 1.0, 0.97, 0, 0.96),
                                                thread(3, 0.96, 1.0, 0, 0.98)),
                                        List.of()),
                                (_, _) -> "total += i * i"));
        Screens.shoot(stage, "waiting-threads");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "CPU-bound: it worked for about 99.0 % of its 2.00 s",
                                "Thread 2 did most of the work: 1.00 s of CPU. The main thread had"
                                        + " 20.0 ms of CPU, and waited for 1.98 s.",
                                "Threads waited for each other to let go of the interpreter (the"
                                        + " GIL): 1.94 s in all. That is not I/O; more threads do"
                                        + " not help there.",
                                "Threads: 3",
                                "Thread 3",
                                "works")),
                words::toString);
        assertTrue(words.stream().noneMatch(text -> text.contains("I/O-bound")), words::toString);
    }

    @Test
    void leavesOutColumnsWhereItIsNarrow() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    stage.setWidth(320);
                    model.show(
                            profile(
                                    EngineKind.OUTSIDE,
                                    List.of(thread(1, 0.5, 1.5, 0, 0)),
                                    List.of()),
                            (_, _) -> "answer = ask()");
                    model.select("fetch.py", 12);
                });
        Screens.shoot(stage, "waiting-narrow");
        assertEquals(false, words().contains("Run queue"));
        Fx.run(
                () ->
                        ((TableView<?>) stage.getScene().lookup("#table"))
                                .getSelectionModel()
                                .select(0));
        assertEquals(List.of("fetch.py:9"), asked);
    }

    @Test
    void saysWhatToDoWhereWaitingIsNotKnown() throws InterruptedException {
        assertTrue(words().contains("No profile yet"));
        Fx.run(() -> model.show(profile(EngineKind.CPROFILE, List.of(), List.of()), (_, _) -> ""));
        assertTrue(words().contains("Waiting was not told apart"));
        Fx.run(() -> ((Button) stage.getScene().lookup(".notice .button")).fire());
        assertEquals(List.of("profile"), asked);
    }

    private static ThreadCost thread(
            int number, double cpu, double waiting, double queue, double gil) {
        return new ThreadCost(1, number, cost(cpu, waiting, queue), new WallTime(gil));
    }

    private static Cost cost(double cpu, double waiting, double queue) {
        return new Cost(
                new WallTime(cpu + waiting + queue),
                new CpuTime(cpu),
                new WallTime(waiting),
                new WallTime(queue),
                100);
    }

    private static LineCost line(int line, double cpu, double waiting) {
        Cost cost = cost(cpu, waiting, 0);
        return new LineCost(
                new CodeFile("fetch.py", CodeFile.Owner.OWN),
                line,
                cost,
                cost,
                Bytes.ZERO,
                Bytes.ZERO,
                OptionalLong.empty());
    }

    private static Profile profile(
            EngineKind engine, List<ThreadCost> threads, List<String> notes) {
        Profile like = SampleProfiles.baseline();
        return new Profile(
                engine,
                new WallTime(2),
                new CpuTime(0.5),
                new WallTime(1.5),
                WallTime.ZERO,
                2000,
                0,
                List.of(),
                List.of(line(12, 0.1, 0.1), line(9, 0.0, 1.4), line(14, 0.4, 0)),
                like.tree(),
                like.memory(),
                threads,
                List.of(),
                new CpuTime(0.02),
                true,
                notes);
    }
}
