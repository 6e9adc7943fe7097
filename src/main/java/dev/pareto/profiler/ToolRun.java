package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.Profile;
import dev.pareto.profiler.ProfileProgress.Phase;
import dev.pareto.python.Ended;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Running;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// One run of a program with a tool of ours around it, and what the tool wrote down.
///
/// @param folder private, deleted on close; the tool may have left files in it
record ToolRun(Ended ended, List<JsonNode> records, PrivateFolder folder) implements AutoCloseable {
    private static final long TICK_MILLIS = 200;

    /// Runs the program once. The workspace is put back as it was before.
    ///
    /// @param more fields of the plan after the results file, by the private folder
    static ToolRun of(
            Path tool,
            Function<Path, List<String>> more,
            ProfileRequest request,
            StopSignal stop,
            ProfileProgress progress)
            throws LauncherException, IOException, InterruptedException {
        progress.at(Phase.PREPARING, WallTime.ZERO, 0);
        PrivateFolder folder = PrivateFolder.make("pareto-tool-");
        boolean kept = false;
        try {
            Path plan = folder.path().resolve("plan");
            Path results = folder.path().resolve("results");
            var fields = new ArrayList<>(List.of(results.toString()));
            fields.addAll(more.apply(folder.path()));
            Files.write(plan, ToolCommand.plan(fields));
            var command = request.workspace().command(request.input(), request.limits(), Map.of());
            Running running = request.launcher().start(ToolCommand.of(command, tool, plan));
            Ended ended;
            try (var _ = stop.whenRequested(running::stop)) {
                ended = await(running, progress, () -> 0);
            }
            request.workspace().reset();
            progress.at(Phase.BUILDING, ended.usage().wall(), 0);
            var run = new ToolRun(ended, ToolRecords.read(results), folder);
            kept = true;
            return run;
        } finally {
            if (!kept) {
                folder.close();
            }
        }
    }

    /// Waits for the end and tells the progress meanwhile, on this thread.
    ///
    /// @param samples how many there are until now
    static Ended await(Running running, ProfileProgress progress, LongSupplier samples)
            throws InterruptedException {
        var end = new CompletableFuture<Ended>();
        Thread.ofVirtual()
                .name("end of a run")
                .start(
                        () -> {
                            try {
                                end.complete(running.await());
                            } catch (InterruptedException e) {
                                end.completeExceptionally(e);
                            }
                        });
        long begin = System.nanoTime();
        try {
            while (true) {
                try {
                    return end.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    progress.at(
                            Phase.RUNNING,
                            WallTime.ofNanos(System.nanoTime() - begin),
                            samples.getAsLong());
                } catch (ExecutionException e) {
                    throw new IllegalStateException("nobody interrupts the waiting thread", e);
                }
            }
        } catch (InterruptedException e) {
            running.stop();
            throw e;
        }
    }

    /// What this run showed. A tool sees its own process alone, which the notes say where it
    /// matters.
    ///
    /// @param files that the tool itself wrote
    Profiled.Done done(Profile profile, Map<String, byte[]> files) {
        List<String> notes = new ArrayList<>(profile.notes());
        if (ended.usage().children()) {
            notes.add(
                    "The program started other processes, into which this engine does not look: the"
                            + " engine outside does.");
        }
        return new Profiled.Done(profile.withNotes(notes), ended, files);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
