package dev.pareto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.python.StopSignal;
import dev.pareto.workbench.Desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder to work in, and the command line called as a shell would.
///
/// @param folder everything is below it; @param work the current folder
record CommandDesk(Path folder, Path work) {
    static CommandDesk in(Path folder) throws IOException {
        Path real = folder.toRealPath();
        return new CommandDesk(real, Files.createDirectories(real.resolve("work")));
    }

    /// What a command left.
    record Done(int status, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    Done pareto(String... arguments) {
        return pareto(new StopSignal(), arguments);
    }

    Done pareto(StopSignal stop, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status =
                new Cli(
                                () -> Desk.workbench(folder, System.getenv()),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                work,
                                false,
                                stop)
                        .run(arguments);
        return new Done(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    void write(String name, String text) throws IOException {
        Desk.write(work.resolve(name), text);
    }

    static List<String> fields(JsonNode object) {
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
