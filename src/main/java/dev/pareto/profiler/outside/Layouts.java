package dev.pareto.profiler.outside;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.program.Stdin;
import dev.pareto.python.Command;
import dev.pareto.python.Ended;
import dev.pareto.python.Launcher;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Limits;
import dev.pareto.python.PythonSources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The layouts of interpreter builds: each is found and tested once, and then kept in a folder. Any
/// thread may use it.
public final class Layouts {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final PythonSources sources;
    private final Path cache;
    private final Map<String, Answer> known = new ConcurrentHashMap<>();

    /// @param cache a folder of ours; made when it is missing
    public Layouts(PythonSources sources, Path cache) {
        this.sources = sources;
        this.cache = cache;
    }

    /// What is known of a build.
    public sealed interface Answer {
        /// The layout, found and tested.
        record Known(Layout layout) implements Answer {}

        /// It cannot be sampled; the reason is for people.
        record Missing(String reason) implements Answer {}
    }

    /// Starts the interpreter when its build is not known yet: it is asked, and then a program of
    /// known behaviour is sampled.
    ///
    /// @param python what a run starts; executed
    /// @param environment of the run, since it may decide which libraries are loaded
    /// @throws LauncherException when it cannot be started
    public Answer of(Path python, Map<String, String> environment, Launcher launcher)
            throws LauncherException, InterruptedException {
        String key;
        try {
            key = key(python, environment);
        } catch (IOException e) {
            return new Answer.Missing("The interpreter " + python + " cannot be read (" + e + ").");
        }
        Answer answer = known.get(key);
        if (answer == null) {
            Optional<Layout> kept = read(key);
            answer =
                    kept.isPresent()
                            ? new Answer.Known(kept.get())
                            : find(python, environment, launcher);
            if (answer instanceof Answer.Known(Layout layout)) {
                Optional<String> fault = test(layout, python, environment, launcher);
                if (fault.isPresent()) {
                    // It may have been the machine: next time it is tested again.
                    return new Answer.Missing(fault.get());
                }
                if (kept.isEmpty()) {
                    write(key, layout);
                }
            }
            known.put(key, answer);
        }
        return answer;
    }

    /// Also done once in each session for a layout that was kept, which warms our own code up.
    private Optional<String> test(
            Layout layout, Path python, Map<String, String> environment, Launcher launcher)
            throws LauncherException, InterruptedException {
        String script = sources.file("planted.py").toString();
        return new SelfTest(layout, launcher).run(command(python, environment, script));
    }

    private Answer find(Path python, Map<String, String> environment, Launcher launcher)
            throws LauncherException, InterruptedException {
        Command ask = command(python, environment, sources.file("layout.py").toString());
        Ended ended = launcher.start(ask).await();
        try {
            JsonNode answer = JSON.readTree(ended.stdout().text());
            if (answer == null || answer.path("library").isMissingNode()) {
                String missing = answer == null ? "" : answer.path("missing").asText();
                return new Answer.Missing(
                        missing.isEmpty()
                                ? "The interpreter could not look at its own memory: "
                                        + lastLine(ended.stderr().text())
                                : "This interpreter build lacks " + missing + ".");
            }
            return new Answer.Known(JSON.treeToValue(answer, Layout.class));
        } catch (IOException e) {
            return new Answer.Missing(
                    "The interpreter's answer about its memory cannot be read ("
                            + e.getMessage()
                            + ").");
        }
    }

    private Command command(Path python, Map<String, String> environment, String script) {
        return new Command(
                List.of(python.toString(), "-I", "-S", "-X", "utf8", script),
                environment,
                sources.folder(),
                Stdin.EMPTY,
                sources.folder(),
                Limits.own().within(PATIENCE));
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce((_, last) -> last).orElse("it printed nothing");
    }

    /// Changes when the interpreter is replaced, and when our own probe is.
    private String key(Path python, Map<String, String> environment) throws IOException {
        Path real = python.toRealPath();
        String text =
                String.join(
                        "\n",
                        stamp(real),
                        environment.getOrDefault("LD_LIBRARY_PATH", ""),
                        Files.readString(sources.file("layout.py")));
        return sha256(text);
    }

    private static String stamp(Path file) throws IOException {
        return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// @param stamp of the library, which may be another file than the interpreter
    private record Kept(String stamp, Layout layout) {}

    private Path file(String key) {
        return cache.resolve("layout-" + key + ".json");
    }

    private Optional<Layout> read(String key) {
        try {
            Kept kept = JSON.readValue(file(key).toFile(), Kept.class);
            boolean same = stamp(Path.of(kept.layout().library())).equals(kept.stamp());
            return same ? Optional.of(kept.layout()) : Optional.empty();
        } catch (IOException e) {
            // Not kept yet, or not readable: it is found anew.
            return Optional.empty();
        }
    }

    private void write(String key, Layout layout) {
        try {
            Files.createDirectories(cache);
            Path draft = Files.createTempFile(cache, "layout-", ".tmp");
            JSON.writeValue(draft.toFile(), new Kept(stamp(Path.of(layout.library())), layout));
            Files.move(draft, file(key), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // It is only found again next time.
        }
    }
}
