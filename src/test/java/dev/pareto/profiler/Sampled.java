package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.program.Input;
import dev.pareto.python.Ended;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launchers;
import dev.pareto.python.Limits;
import dev.pareto.python.PythonSources;
import dev.pareto.python.StopSignal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// Runs the programs of `src/test/python/sampled` under the outside engine. Tags like `#@loop` in
/// them name lines.
final class Sampled implements AutoCloseable {
    static final Path PROGRAMS = Path.of("src/test/python/sampled").toAbsolutePath();
    private static final Pattern TAG = Pattern.compile("#@(\\w+)\\s*$");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PythonSources sources = PythonSources.extract();
    private final Launcher launcher;
    private final OutsideEngine engine;

    /// @param cache where the engine keeps what it finds out
    Sampled(Path cache) throws IOException, InterruptedException {
        Path any = InstalledPythons.all().values().iterator().next();
        launcher = Launchers.forThisMachine(any, sources);
        engine = new OutsideEngine(sources, cache);
    }

    Profiled.Done run(Path python, String script, String... arguments) throws InterruptedException {
        return run(python, script, new StopSignal(), ProfileProgress.NONE, arguments);
    }

    Profiled.Done run(
            Path python,
            String script,
            StopSignal stop,
            ProfileProgress progress,
            String... arguments)
            throws InterruptedException {
        var workspace = PlainWorkspace.of(PROGRAMS, script, python);
        var request = new ProfileRequest(workspace, Input.of(arguments), Limits.own(), launcher);
        return switch (engine.profile(request, stop, progress)) {
            case Profiled.Done done -> done;
            case Profiled.Unavailable(String reason) ->
                    throw new AssertionError("unavailable: " + reason);
        };
    }

    /// A figure by tag. @param values seconds or whatever it is
    record Tagged(Map<String, Double> values) {
        /// @throws AssertionError when there is no such tag
        double at(String tag) {
            Double value = values.get(tag);
            if (value == null) {
                throw new AssertionError("no tag " + tag);
            }
            return value;
        }
    }

    /// A figure of the profile, summed over the lines with the same tag.
    static Tagged byTag(Profile profile, String script, ToDoubleFunction<LineCost> figure)
            throws IOException {
        Map<String, Double> found = new HashMap<>();
        List<String> text = Files.readAllLines(PROGRAMS.resolve(script));
        for (int i = 0; i < text.size(); i++) {
            var tag = TAG.matcher(text.get(i));
            if (tag.find()) {
                double value = profile.line(script, i + 1).map(figure::applyAsDouble).orElse(0.0);
                found.merge(tag.group(1), value, Double::sum);
            }
        }
        return new Tagged(found);
    }

    /// Of the time that a program says it spent, the part that was found in the wrong place.
    static double wrong(Ended ended, Map<String, Double> found) throws IOException {
        JsonNode told = JSON.readTree(ended.stdout().text());
        double all = 0;
        double wrong = 0;
        for (var entry : told.properties()) {
            double seconds = entry.getValue().asDouble();
            all += seconds;
            wrong += Math.abs(seconds - found.getOrDefault(entry.getKey(), 0.0)) / 2;
        }
        return wrong / all;
    }

    static double seconds(LineCost line) {
        return line.self().wall().seconds();
    }

    @Override
    public void close() {
        launcher.close();
        sources.close();
    }
}
