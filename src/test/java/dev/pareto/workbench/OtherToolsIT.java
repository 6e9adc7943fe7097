package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.EngineKind;
import dev.pareto.profiler.ProfileProgress;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.StopSignal;
import dev.pareto.report.Code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Files that are written here open in the tools that they are for: speedscope's published schema
/// accepts them, pstats prints them, snakeviz loads them. The tools come from the package indexes:
/// without a network this is skipped.
class OtherToolsIT {
    private static final String WORK =
            """
            import json


            def leaf(n):
                return sum(i * i for i in range(n))


            def main():
                return json.dumps([leaf(20_000) for _ in range(300)])


            print(len(main()))
            """;

    @TempDir Path folder;

    @Test
    void openInTheToolsThatTheyAreFor() throws Exception {
        Path schema = schema();
        Path python = python();
        try (Desk desk = Desk.in(folder);
                Session session = desk.open(Desk.write(desk.folder().resolve("w/work.py"), WORK))) {
            write(desk, session, EngineKind.OUTSIDE);
            write(desk, session, EngineKind.CPROFILE);
        }
        JsonNode found =
                new ObjectMapper()
                        .readTree(
                                run(
                                        python.toString(),
                                        Path.of("src/test/python/opens.py")
                                                .toAbsolutePath()
                                                .toString(),
                                        folder.toString(),
                                        schema.toString()));
        for (String engine : List.of("outside", "cprofile")) {
            assertEquals(
                    "valid", found.path(engine + ".speedscope.json").asText(), found::toString);
            JsonNode table = found.path(engine + ".prof");
            assertTrue(table.path("pstats").toString().contains("\"leaf\""), found::toString);
            assertTrue(table.path("snakeviz").toString().contains("\"leaf\""), found::toString);
            assertEquals(table.path("pstats").size(), table.path("rows").asInt());
        }
    }

    private void write(Desk desk, Session session, EngineKind engine) throws Exception {
        var profile =
                session.profile(
                                "baseline",
                                Optional.of(engine),
                                new StopSignal(),
                                ProfileProgress.NONE)
                        .profile();
        for (String ending : List.of(".speedscope.json", ".prof")) {
            Path file = folder.resolve(engine.id() + ending);
            Files.write(file, desk.workbench().profileFile(profile, "work.py", Code.UNKNOWN, file));
        }
    }

    private Path schema() throws Exception {
        Path file = folder.resolve("package/dist/release/file-format-schema.json");
        tryTo("npm", "pack", "--silent", "speedscope@1.25.0");
        tryTo("tar", "-xzf", "speedscope-1.25.0.tgz");
        assertTrue(Files.exists(file), "speedscope's package holds its schema");
        return file;
    }

    private Path python() throws Exception {
        var found = InstalledPythons.all();
        if (found.isEmpty()) {
            abort("There is no Python here.");
        }
        tryTo(found.lastEntry().getValue().toString(), "-m", "venv", "tools");
        Path python = folder.resolve("tools/bin/python");
        tryTo(python.toString(), "-m", "pip", "install", "-q", "jsonschema", "snakeviz");
        return python;
    }

    private void tryTo(String... command) throws InterruptedException {
        try {
            run(command);
        } catch (IOException e) {
            abort("Without a network there is nothing to check with: " + e.getMessage());
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
        process.getOutputStream().close();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " took more than two minutes");
        }
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + text);
        }
        return text;
    }
}
