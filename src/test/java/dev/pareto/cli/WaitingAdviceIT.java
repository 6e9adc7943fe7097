package dev.pareto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.python.InstalledPythons;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Threads for a loop that waits, for one that computes, and for one that hardly waits, each
/// profiled for real.
class WaitingAdviceIT {
    private static final Path PROGRAMS = Path.of("src/test/bench/waiting").toAbsolutePath();

    @TempDir Path folder;
    private CommandDesk desk;

    @BeforeEach
    void setUp() throws IOException {
        desk = CommandDesk.in(folder);
    }

    private JsonNode advise(String program) throws IOException {
        desk.write(program, Files.readString(PROGRAMS.resolve(program)));
        var done = desk.pareto("advise", program, "--json");
        assertEquals(
                "", done.err().lines().filter(it -> it.contains("Error")).findFirst().orElse(""));
        return done.json();
    }

    private static List<String> reasons(JsonNode advice) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode refused : advice.path("refused")) {
            if (refused.path("rule").asText().equals("threads")) {
                reasons.add(refused.path("reason").asText());
            }
        }
        return reasons;
    }

    private static List<String> offered(JsonNode advice) {
        List<String> ids = new ArrayList<>();
        for (JsonNode suggestion : advice.path("suggestions")) {
            if (suggestion.path("rule").asText().equals("threads")) {
                ids.add(suggestion.path("id").asText());
            }
        }
        return ids;
    }

    /// What a program prints, and the seconds that it says it took.
    private record Fetched(String output, double seconds) {
        static Fetched of(Path program) throws IOException, InterruptedException {
            Path python = InstalledPythons.all().lastEntry().getValue();
            Process process = new ProcessBuilder(python.toString(), program.toString()).start();
            process.getOutputStream().close();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), err);
            return new Fetched(out, Double.parseDouble(err.strip().replaceFirst("took ", "")));
        }
    }

    @Test
    void fortyPagesComeAtLeastFiveTimesFaster() throws Exception {
        List<String> ids = offered(advise("pages.py"));
        assertEquals(1, ids.size());
        var applied =
                desk.pareto("apply", "pages.py", "--suggestion", ids.getFirst(), "-o", "fast");
        assertEquals(0, applied.status(), applied.err());
        var system = ManagementFactory.getOperatingSystemMXBean();
        assumeTrue(
                system.getSystemLoadAverage() < 2 * system.getAvailableProcessors(),
                "others use this machine, and a ratio of times would be theirs");
        Fetched before = Fetched.of(desk.work().resolve("pages.py"));
        Fetched after = Fetched.of(desk.work().resolve("fast/pages.py"));
        assertEquals(before.output(), after.output());
        assertTrue(
                before.seconds() >= 5 * after.seconds(), before.seconds() + " " + after.seconds());
    }

    @Test
    void whatComputesIsRefusedForTheLockOfTheInterpreter() throws IOException {
        JsonNode advice = advise("computing.py");
        assertEquals(List.of(), offered(advice));
        assertTrue(
                reasons(advice).stream().anyMatch(it -> it.contains("(GIL)")),
                () -> reasons(advice).toString());
    }

    @Test
    void waitsThatAPoolCannotPayForAreRefused() throws IOException {
        JsonNode advice = advise("short.py");
        assertEquals(List.of(), offered(advice));
        // On a busy machine it spends as long in the queue for a processor.
        assertTrue(
                reasons(advice).stream()
                        .anyMatch(it -> it.matches(".*(takes about as long|it computes).*")),
                () -> reasons(advice).toString());
    }
}
