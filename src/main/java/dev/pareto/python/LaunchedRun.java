package dev.pareto.python;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.program.Output.Exit;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// A run as both launchers report it: collects what arrives, and puts the end together.
final class LaunchedRun implements Running {
    private static final long ORPHAN_SECONDS = 2;

    private final long number;
    private final Runnable stop;
    private final List<CapturedStream> streams;
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private final CountDownLatch drained;
    private final List<Closeable> channels = new CopyOnWriteArrayList<>();
    private volatile long pid;

    /// @param stop asks the launcher to end it
    /// @param readers how many readers call [#drained()] before the output is complete
    LaunchedRun(long number, Limits limits, Runnable stop, int readers) {
        this.number = number;
        this.stop = stop;
        streams =
                List.of(
                        new CapturedStream(limits.keptOutput()),
                        new CapturedStream(limits.keptOutput()));
        drained = new CountDownLatch(readers);
    }

    private sealed interface End {
        record Reported(JsonNode message) implements End {}

        record Lost(String reason) implements End {}
    }

    long number() {
        return number;
    }

    void started(long id) {
        pid = id;
    }

    /// @param stream 1 for stdout, 2 for stderr
    CapturedStream stream(int stream) {
        return streams.get(stream - 1);
    }

    void printed(int stream, byte[] bytes) {
        stream(stream).append(bytes, bytes.length);
    }

    /// A reader is blocked on this; closing it ends the reader.
    void reads(Closeable channel) {
        channels.add(channel);
    }

    /// One stream has been read to its end.
    void drained() {
        drained.countDown();
    }

    void ended(JsonNode message) {
        end.complete(
                message.path("event").asText().equals("ended")
                        ? new End.Reported(message)
                        : new End.Lost(message.path("reason").asText()));
    }

    void lost(String reason) {
        end.complete(new End.Lost(reason));
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public void stop() {
        if (!end.isDone()) {
            stop.run();
        }
    }

    @Override
    public String printedSoFar() {
        return stream(1).text();
    }

    @Override
    public String errorsSoFar() {
        return stream(2).text();
    }

    @Override
    public Ended await() throws InterruptedException {
        End how = how();
        if (how instanceof End.Lost) {
            endWithoutLauncher();
        } else {
            drained.await();
        }
        var stdout = stream(1).stream();
        var stderr = stream(2).stream();
        return switch (how) {
            case End.Lost(String reason) -> new Ended.Crashed(reason, stdout, stderr, Usage.NONE);
            case End.Reported(JsonNode message) -> {
                Usage usage = usage(message);
                yield switch (message.path("reason").asText("")) {
                    case "STOPPED" -> new Ended.Cancelled(stdout, stderr, usage);
                    case "TIME", "MEMORY", "SCRATCH", "DESCENDANTS" ->
                            new Ended.LimitReached(
                                    Ended.Limit.valueOf(message.path("reason").asText()),
                                    stdout,
                                    stderr,
                                    usage);
                    default ->
                            message.path("left").asInt() == 0
                                    ? new Ended.Finished(exit(message), stdout, stderr, usage)
                                    : new Ended.Crashed(
                                            "launcher: "
                                                    + message.path("left").asInt()
                                                    + " processes that the program started could"
                                                    + " not be ended. End them by hand.",
                                            stdout,
                                            stderr,
                                            usage);
                };
            }
        };
    }

    private End how() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an end is only ever completed normally", e);
        }
    }

    /// When the launcher dies, what watches its programs ends them at once. Should that have died
    /// too, we do what we can, and read no longer.
    private void endWithoutLauncher() throws InterruptedException {
        if (drained.await(ORPHAN_SECONDS, TimeUnit.SECONDS)) {
            return;
        }
        ProcessHandle.of(pid)
                .ifPresent(
                        program -> {
                            program.descendants().forEach(ProcessHandle::destroyForcibly);
                            program.destroyForcibly();
                        });
        for (Closeable channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                // Its reader has ended, one way or the other.
            }
        }
        // What passes through the launcher itself has no end any more.
        boolean _ = drained.await(ORPHAN_SECONDS, TimeUnit.SECONDS);
    }

    private static Exit exit(JsonNode message) {
        return message.path("signal").isNumber()
                ? new Exit.Signal(message.path("signal").asInt())
                : new Exit.Status(message.path("status").asInt());
    }

    private static Usage usage(JsonNode message) {
        return new Usage(
                new WallTime(message.path("wall").asDouble()),
                new CpuTime(message.path("user").asDouble()),
                new CpuTime(message.path("system").asDouble()),
                new Bytes(message.path("peak").asLong()),
                message.path("major_faults").asLong(),
                new WallTime(message.path("run_queue").asDouble()),
                message.path("threads").asInt(1),
                message.path("children").asBoolean());
    }
}
