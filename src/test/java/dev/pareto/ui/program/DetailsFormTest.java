package dev.pareto.ui.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.program.Input;
import dev.pareto.program.Stdin;
import dev.pareto.python.Limits;
import dev.pareto.quantity.Bytes;
import dev.pareto.ui.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class DetailsFormTest {
    @TempDir Path folder;

    private final ProgramViewModel.State state =
            new ProgramViewModel.State(Samples.worked(), Limits.own());

    @Test
    void readsWhatWasTyped() {
        assertEquals(
                new DetailsForm.Wanted(
                        new Input("evening", Samples.INPUT.arguments(), new Stdin.Text("1\n2\n")),
                        Samples.program().interpreter(),
                        folder,
                        Map.of("A", "1=2", "B", ""),
                        Limits.own().within(Duration.ofSeconds(90)).withMemory(Bytes.ofMega(500))),
                form("evening", DetailsForm.Source.TEXT, "A=1=2\n\nB=", "90").check(state));
    }

    @Test
    void takesAFileForStandardInputOnlyWhereThereIsOne() throws IOException {
        assertEquals(
                new DetailsForm.Refused(
                        "There is no file \"in.txt\". Choose one that exists, or give text"
                                + " instead."),
                form("a", DetailsForm.Source.FILE, "", "").check(state));
        Path file = Files.writeString(folder.resolve("in.txt"), "1");
        var named =
                new DetailsForm(
                        "a",
                        Samples.program().interpreter(),
                        DetailsForm.Source.FILE,
                        "",
                        file.toString(),
                        folder.toString(),
                        "",
                        "",
                        "");
        assertEquals(
                new DetailsForm.Wanted(
                        new Input("a", Samples.INPUT.arguments(), new Stdin.FromFile(file)),
                        Samples.program().interpreter(),
                        folder,
                        Map.of(),
                        Limits.own()),
                named.check(state));
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        assertEquals(
                new DetailsForm.Refused(
                        "Line 2 of the environment is \"B\". Write it as NAME=value."),
                form("a", DetailsForm.Source.NOTHING, "A=1\nB", "").check(state));
        assertEquals(
                new DetailsForm.Refused(
                        "A limit is a whole number of seconds or megabytes, 1 or more. Leave it"
                                + " empty for none."),
                form("a", DetailsForm.Source.NOTHING, "", "soon").check(state));
        assertEquals(
                new DetailsForm.Refused("The input has no name. Give it one, such as \"default\"."),
                form(" ", DetailsForm.Source.NOTHING, "", "").check(state));
    }

    private DetailsForm form(
            String name, DetailsForm.Source source, String environment, String seconds) {
        return new DetailsForm(
                name,
                Samples.program().interpreter(),
                source,
                "1\n2\n",
                "in.txt",
                folder.toString(),
                environment,
                seconds,
                seconds.isEmpty() ? "" : "500");
    }
}
