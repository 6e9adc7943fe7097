package dev.pareto.profiler.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.python.Command;
import dev.pareto.python.Launcher;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Running;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Samples a program that says itself where its time went (`planted.py`), and compares.
final class SelfTest {
    /// A busy machine blurs a run, and so does our own code while it is cold; a wrong layout is
    /// wrong in all of them.
    private static final int TRIES = 8;

    /// Of the time, so much may be on the wrong function. Two of three parts would be, by guessing.
    private static final double TOLERANCE = 0.15;

    private static final long INTERVAL = 500_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Layout layout;
    private final Launcher launcher;
    private final Map<String, Double> told = new HashMap<>();
    private final Map<String, Double> found = new HashMap<>();

    SelfTest(Layout layout, Launcher launcher) {
        this.layout = layout;
        this.launcher = launcher;
    }

    /// What is wrong; empty when what was seen is true.
    Optional<String> run(Command planted) throws LauncherException, InterruptedException {
        double wrong = 1;
        for (int i = 0; i < TRIES && wrong > TOLERANCE; i++) {
            told.clear();
            found.clear();
            Optional<String> fault = once(planted);
            if (fault.isPresent()) {
                return fault;
            }
            wrong = Math.min(wrong, wrong());
        }
        return wrong <= TOLERANCE
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "A test program was not seen truly: at best, %.0f %% of its time was"
                                        + " found in the wrong place.",
                                100 * wrong));
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
        try {
            JsonNode answer = JSON.readTree(ended.stdout().text());
            if (answer == null || answer.isEmpty()) {
                return Optional.of("The test program did not run to its end.");
            }
            for (var entry : answer.properties()) {
                told.merge(entry.getKey(), entry.getValue().asDouble(), Double::sum);
            }
        } catch (IOException e) {
            return Optional.of("The test program printed something else (" + e + ").");
        }
        collect(seen.top());
        return Optional.empty();
    }

    private void collect(Node node) {
        found.merge(node.function().name(), node.elapsed(), Double::sum);
        for (Node child : node.children()) {
            collect(child);
        }
    }

    private double wrong() {
        double all = 0;
        double wrong = 0;
        for (var entry : told.entrySet()) {
            all += entry.getValue();
            wrong += Math.abs(entry.getValue() - found.getOrDefault(entry.getKey(), 0.0)) / 2;
        }
        return wrong / all;
    }
}
