package dev.pareto.profiler.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.python.Command;
import dev.pareto.python.Launcher;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Running;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Samples a program that says itself where its time went (`planted.py`), and compares.
final class SelfTest {
    private static final int TRIES = 3;

    /// Of the time, so much may be on the wrong function.
    private static final double TOLERANCE = 0.15;

    private static final long INTERVAL = 500_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Layout layout;
    private final Launcher launcher;

    SelfTest(Layout layout, Launcher launcher) {
        this.layout = layout;
        this.launcher = launcher;
    }

    /// What is wrong; empty when what was seen is true.
    Optional<String> run(Command planted) throws LauncherException, InterruptedException {
        Optional<String> fault = Optional.empty();
        for (int i = 0; i < TRIES; i++) {
            fault = once(planted);
            if (fault.isEmpty()) {
                break;
            }
        }
        return fault;
    }

    private Optional<String> once(Command planted) throws LauncherException, InterruptedException {
        String script = planted.argv().getLast();
        Running running = launcher.start(planted);
        var sampler = new Sampler(running.pid(), layout, script::equals, INTERVAL);
        var watch = Watch.begin(sampler);
        var ended = running.await();
        Recording seen = watch.end();
        if (seen.forbidden()) {
            return Optional.of(
                    "The kernel does not allow reading the memory of other processes"
                            + " (kernel.yama.ptrace_scope or a container's rules).");
        }
        JsonNode told;
        try {
            told = JSON.readTree(ended.stdout().text());
        } catch (IOException e) {
            return Optional.of("The test program did not run to its end.");
        }
        if (told == null || told.isMissingNode()) {
            return Optional.of("The test program did not run to its end.");
        }
        return compare(told, seen);
    }

    private static Optional<String> compare(JsonNode told, Recording seen) {
        Map<String, Double> found = new HashMap<>();
        collect(seen.top(), found);
        double all = 0;
        double wrong = 0;
        for (var entry : told.properties()) {
            double seconds = entry.getValue().asDouble();
            all += seconds;
            wrong += Math.abs(seconds - found.getOrDefault(entry.getKey(), 0.0)) / 2;
        }
        return wrong <= TOLERANCE * all
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                java.util.Locale.ROOT,
                                "A test program was not seen truly: %.0f %% of its time was found"
                                        + " in the wrong place.",
                                100 * wrong / all));
    }

    private static void collect(Node node, Map<String, Double> found) {
        found.merge(node.function().name(), node.elapsed(), Double::sum);
        for (Node child : node.children()) {
            collect(child, found);
        }
    }
}
