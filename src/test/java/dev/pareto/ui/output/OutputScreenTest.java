package dev.pareto.ui.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Output;
import dev.pareto.python.Ended;
import dev.pareto.python.Usage;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(Fx.class)
class OutputScreenTest {
    private static final List<String> FILES = List.of("dedupe.py", "orders.py");
    private static final String TRACEBACK =
            """
            Traceback (most recent call last):
              File "/tmp/scratch-1/dedupe.py", line 21, in <module>
                main()
              File "/usr/lib/python3.13/runpy.py", line 5, in run
              File "/tmp/scratch-1/orders.py", line 6, in load_orders
                return int(input())
            EOFError: EOF when reading a line
            """;

    private final List<String> asked = new ArrayList<>();
    private final OutputViewModel model = new OutputViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new OutputController(
                        model,
                        new OutputActions(
                                () -> asked.add("run"),
                                () -> asked.add("cancel"),
                                (path, line) -> asked.add(path + ":" + line),
                                () -> asked.add("stdin")));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 432, 520));
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
                    return Screens.texts(stage.getScene().getRoot()).stream()
                            .filter(word -> word.length() > 1)
                            .toList();
                });
    }

    @Test
    void saysThatItWasNotRunYet() throws InterruptedException, IOException {
        Screens.shoot(stage, "output-not-run");
        assertEquals("Not run yet", words().getFirst());
        Fx.run(() -> ((Button) stage.getScene().lookup(".notice .button")).fire());
        assertEquals(List.of("run"), asked);
    }

    @Test
    void showsWhatARunPrintedAndUsed() throws InterruptedException, IOException {
        Fx.run(() -> model.show(finished(0, "7595 NO-005305\n", "", usage(0.468, 0.008)), FILES));
        Screens.shoot(stage, "output");
        assertEquals(
                List.of(
                        "Ended well, exit status 0",
                        "CPU-bound: 97.1 % of the wall time",
                        "wall",
                        "0.482 s",
                        "CPU",
                        "0.468 s",
                        "waiting",
                        "8.00 ms",
                        "run queue",
                        "6.00 ms",
                        "peak memory",
                        "11.7 MB",
                        "7595 NO-005305"),
                words());
    }

    @Test
    void leadsFromATracebackIntoTheCode() throws InterruptedException, IOException {
        Fx.run(() -> model.show(finished(1, "starting\n", TRACEBACK, usage(0.1, 0.3)), FILES));
        Screens.shoot(stage, "output-failed");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "Failed with EOFError, exit status 1",
                                "I/O-bound: it waited for 62.2 % of the wall time",
                                "Set the input")),
                words::toString);
        Fx.run(
                () -> {
                    var list = (ListView<?>) stage.getScene().lookup(".list-view");
                    for (int row = 0; row < list.getItems().size(); row++) {
                        list.getSelectionModel().clearAndSelect(row);
                        list.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        KeyCode.ENTER,
                                        false,
                                        false,
                                        false,
                                        false));
                    }
                });
        assertEquals(List.of("dedupe.py:21", "orders.py:6"), asked);
        assertTrue(
                model.text().contains("  File \"dedupe.py\", line 21, in <module>\n"), model::text);
    }

    @Test
    void doesNotTakeABusyMachineForAWaitingProgram() {
        assertEquals(
                "CPU-bound: 41.5 % of the wall time, and 56.4 % waiting for a core",
                RunEnd.of(finished(0, "", "", usage(0.2, 0.01))).bound());
    }

    @Test
    void addsWhatIsPrintedWhileItRuns() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    model.running("one\ntw", "", new WallTime(0.5));
                    model.running("one\ntwo\n", "warn", new WallTime(0.7));
                    model.running("one\ntwo\nthree", "warning\n", new WallTime(0.9));
                });
        Screens.shoot(stage, "output-running");
        assertEquals(
                List.of(
                        "Running, 0.900 s so far",
                        "Cancel",
                        "one",
                        "two",
                        "three",
                        "Printed to stderr",
                        "warning"),
                words());
        Fx.run(() -> model.running("again", "", new WallTime(0.1)));
        assertEquals("again\n", model.text());
    }

    @Test
    void saysWhatIsNotShown() throws InterruptedException {
        byte[] head = "one\n".repeat(50_002).getBytes(StandardCharsets.UTF_8);
        var stream = new Output.Stream(head, new Bytes(25_000_000), "a".repeat(64));
        var ended =
                new Ended.LimitReached(
                        Ended.Limit.TIME, stream, text("x".repeat(1_010) + "\n"), usage(0.4, 0));
        Fx.run(() -> model.show(ended, FILES));
        assertEquals(
                List.of(
                        OutputLine.note("2 more lines are not shown."),
                        OutputLine.heading("Printed to stderr"),
                        new OutputLine(
                                OutputLine.Kind.STDERR,
                                "x".repeat(1_000) + " … and 10 more characters",
                                null)),
                model.lines().subList(50_002, model.lines().size()));
        assertEquals(
                List.of(
                        OutputLine.heading("Printed"),
                        OutputLine.note("The first 200 kB of 25.0 MB are kept."),
                        new OutputLine(OutputLine.Kind.STDOUT, "one", null)),
                model.lines().subList(0, 3));
        assertTrue(words().contains("Stopped at its time limit after 0.482 s"));
    }

    @Test
    void namesEveryWayToEnd() {
        assertEquals(
                "Ended by signal SIGSEGV",
                RunEnd.of(
                                new Ended.Finished(
                                        new Output.Exit.Signal(11), text(""), text(""), Usage.NONE))
                        .words());
        assertEquals(
                "Failed with exit status 3", RunEnd.of(finished(3, "", "", Usage.NONE)).words());
        assertEquals(
                "Stopped after 0.482 s",
                RunEnd.of(new Ended.Cancelled(text(""), text(""), usage(0.1, 0.1))).words());
        assertEquals(
                "The launcher is gone.",
                RunEnd.of(
                                new Ended.Crashed(
                                        "The launcher is gone.", text(""), text(""), Usage.NONE))
                        .meaning());
    }

    private static Ended finished(int status, String out, String err, Usage usage) {
        return new Ended.Finished(new Output.Exit.Status(status), text(out), text(err), usage);
    }

    private static Output.Stream text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Output.Stream(bytes, new Bytes(bytes.length), "0".repeat(64));
    }

    private static Usage usage(double cpu, double waiting) {
        return new Usage(
                new WallTime(0.482),
                new CpuTime(cpu),
                CpuTime.ZERO,
                new Bytes(11_700_000),
                0,
                new WallTime(0.482 - cpu - waiting),
                1,
                false);
    }
}
