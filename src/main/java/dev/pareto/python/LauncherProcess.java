package dev.pareto.python;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.python.Frames.Frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One living launcher: sends it orders, and gives its messages to the runs that they are about.
/// Its reader is a thread of its own. When the launcher ends, every run that it held is told.
final class LauncherProcess implements AutoCloseable {
    /// A launcher answers within milliseconds; it is given time on a machine that swaps.
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final Frames frames;
    private final Path log;
    private final CompletableFuture<JsonNode> hello = new CompletableFuture<>();
    private final Map<Long, CompletableFuture<JsonNode>> starts = new ConcurrentHashMap<>();
    private final Map<Long, LaunchedRun> runs = new ConcurrentHashMap<>();
    private volatile boolean ended;

    private LauncherProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        frames = new Frames(process.getInputStream(), process.getOutputStream());
    }

    /// @param folder takes what the launcher writes to stderr, which is normally nothing
    static LauncherProcess start(Path python, Path script, Path folder) throws LauncherException {
        Path log = folder.resolve("launcher.log");
        try {
            var builder =
                    new ProcessBuilder(
                                    python.toString(), "-I", "-S", "-X", "utf8", script.toString())
                            .directory(folder.toFile())
                            .redirectError(log.toFile());
            var launcher = new LauncherProcess(builder.start(), log);
            Thread.ofPlatform().daemon().name("launcher").start(launcher::listen);
            launcher.answer(launcher.hello);
            return launcher;
        } catch (IOException e) {
            throw new LauncherException(
                    "The interpreter "
                            + python
                            + " could not be started ("
                            + e.getMessage()
                            + "). Nothing was run. Choose another interpreter.",
                    e);
        }
    }

    boolean isAlive() {
        return !ended;
    }

    long pid() {
        return process.pid();
    }

    /// What it said of itself and its machine when it began.
    JsonNode hello() {
        return hello.join();
    }

    /// Orders a start and waits for the answer.
    ///
    /// @param commands what the order is about, to explain a refusal
    JsonNode start(
            long number,
            Map<String, Object> order,
            List<LaunchedRun> wanted,
            List<Command> commands)
            throws LauncherException {
        var answer = new CompletableFuture<JsonNode>();
        starts.put(number, answer);
        wanted.forEach(run -> runs.put(run.number(), run));
        try {
            if (!send(order)) {
                throw died();
            }
            JsonNode message = answer(answer);
            if (!message.path("event").asText().equals("started")) {
                throw Order.explain(message.path("reason").asText(), commands);
            }
            return message;
        } catch (LauncherException e) {
            wanted.forEach(run -> runs.remove(run.number()));
            throw e;
        } finally {
            starts.remove(number);
        }
    }

    /// Sends what needs no answer. False when the launcher is gone; its runs have been told then.
    boolean send(Map<String, Object> order) {
        try {
            frames.write(order);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode answer(CompletableFuture<JsonNode> expected) throws LauncherException {
        try {
            return expected.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw died();
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new LauncherException(
                    "The launcher did not answer within "
                            + PATIENCE_SECONDS
                            + " s and was ended. The machine may be out of memory. Try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("The start was interrupted. Try again.", e);
        }
    }

    private LauncherException died() {
        return new LauncherException(
                "The launcher ended unexpectedly"
                        + lastWords()
                        + ". Nothing was run. Try again: the next start begins a new one.");
    }

    private void listen() {
        try {
            for (Frame frame = frames.read(); frame != null; frame = frames.read()) {
                take(frame);
            }
        } catch (IOException e) {
            // Torn in the middle of a message: it was killed.
        } finally {
            ended = true;
            process.destroyForcibly();
            var gone = new IOException("the launcher ended");
            hello.completeExceptionally(gone);
            starts.values().forEach(start -> start.completeExceptionally(gone));
            runs.values().forEach(run -> run.lost("launcher ended unexpectedly" + lastWords()));
            runs.clear();
        }
    }

    private void take(Frame frame) {
        JsonNode message = frame.message();
        switch (message.path("event").asText()) {
            case "hello" -> hello.complete(message);
            case "output" -> {
                var run = runs.get(message.path("run").asLong());
                if (run != null) {
                    run.printed(message.path("stream").asInt(), frame.bytes());
                    if (message.path("end").asBoolean()) {
                        run.drained();
                    }
                }
            }
            case "ended", "lost" -> {
                var run = runs.remove(message.path("run").asLong());
                if (run != null) {
                    run.ended(message);
                }
            }
            default -> {
                var start = starts.get(message.path("start").asLong());
                if (start != null) {
                    start.complete(message);
                }
            }
        }
    }

    /// The last line that it wrote to its log, for the message; empty where it wrote none.
    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return lines.isEmpty() ? "" : " (" + lines.getLast() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    /// Ends it, and with it all programs that it started.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
