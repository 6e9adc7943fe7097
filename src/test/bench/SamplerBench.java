import dev.pareto.profile.Profile;
import dev.pareto.profiler.OutsideEngine;
import dev.pareto.profiler.PlainWorkspace;
import dev.pareto.profiler.ProfileProgress;
import dev.pareto.profiler.ProfileRequest;
import dev.pareto.profiler.Profiled;
import dev.pareto.program.Input;
import dev.pareto.python.Ended;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launchers;
import dev.pareto.python.Limits;
import dev.pareto.python.PythonSources;
import dev.pareto.python.StopSignal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// What the outside sampler costs the program, what it costs itself, and how much time it finds in
/// the wrong place. See README.md.
public final class SamplerBench {
    private static final Pattern TAG = Pattern.compile("#@(\\w+)\\s*$");
    private static final List<String> SCRIPTS =
            List.of("fib.py", "calls.py", "join.py", "grow.py", "allocate.py", "threads.py");
    private static final int STARTS = 200;
    private static final Pattern TOLD = Pattern.compile("\"(\\w+)\": ([0-9.e-]+)");

    private final Path python;
    private final Launcher launcher;
    private final OutsideEngine engine;
    private double[] plainFixed = {};

    private SamplerBench(Path python, Launcher launcher, OutsideEngine engine) {
        this.python = python;
        this.launcher = launcher;
        this.engine = engine;
    }

    public static void main(String[] arguments) throws Exception {
        Path python = Path.of(arguments[0]);
        int pairs = Integer.parseInt(arguments[1]);
        Path cache = Files.createTempDirectory("pareto-bench-");
        try (var sources = PythonSources.extract();
                var launcher = Launchers.forThisMachine(python, sources)) {
            var bench = new SamplerBench(python, launcher, new OutsideEngine(sources, cache));
            for (int i = 0; i < 3; i++) {
                bench.profile(Path.of("src/test/bench/programs"), "fib.py");
            }
            bench.cost(pairs);
            bench.accuracy(Math.max(5, pairs / 3));
            bench.starts();
        }
    }

    private void cost(int pairs) throws Exception {
        System.out.printf(
                "%-12s %22s %12s %14s %10s %10s%n",
                "program",
                "target CPU with/without",
                "us a sample",
                "samples a s",
                "fixed ms",
                "plain ms");
        Path folder = Path.of("src/test/bench/programs");
        var random = new Random(1);
        for (String script : SCRIPTS) {
            double[] ratios = new double[pairs];
            double[] fixed = new double[pairs];
            plainFixed = new double[pairs];
            double overhead = 0;
            long samples = 0;
            double wall = 0;
            for (int i = 0; i < pairs; i++) {
                boolean watchedFirst = random.nextBoolean();
                double plain = watchedFirst ? 0 : plain(folder, script, i);
                long begin = System.nanoTime();
                Profiled.Done done = profile(folder, script);
                double took = (System.nanoTime() - begin) / 1e9;
                plain = watchedFirst ? plain(folder, script, i) : plain;
                ratios[i] = done.ended().usage().cpu().seconds() / plain;
                Profile profile = done.profile();
                fixed[i] = 1e3 * (took - done.ended().usage().wall().seconds());
                overhead += profile.overhead().seconds();
                samples += profile.samples();
                wall += profile.wall().seconds();
            }
            Arrays.sort(ratios);
            Arrays.sort(fixed);
            Arrays.sort(plainFixed);
            int low = orderOfInterval(pairs);
            System.out.printf(
                    "%-12s %8.3f [%.3f, %.3f] %12.1f %14.0f %10.1f %10.1f%n",
                    script,
                    ratios[pairs / 2],
                    ratios[low],
                    ratios[pairs - 1 - low],
                    overhead / samples * 1e6,
                    samples / wall,
                    fixed[pairs / 2],
                    plainFixed[pairs / 2]);
        }
    }

    /// A start fails when nothing can be read, or not one sample came of a run of some 40 ms.
    private void starts() throws Exception {
        int failed = 0;
        for (int i = 0; i < STARTS; i++) {
            var workspace =
                    PlainWorkspace.of(
                            Path.of("src/test/bench/programs").toAbsolutePath(),
                            "short.py",
                            python);
            var request = new ProfileRequest(workspace, Input.of(), Limits.own(), launcher);
            boolean well =
                    engine.profile(request, new StopSignal(), ProfileProgress.NONE)
                                    instanceof Profiled.Done done
                            && done.profile().samples() > 0;
            failed += well ? 0 : 1;
        }
        System.out.printf("%nfailed starts: %d of %d%n", failed, STARTS);
    }

    /// From below, which ordered value bounds a 95 % interval of the median.
    private static int orderOfInterval(int n) {
        return Math.max(0, (int) Math.floor((n - 1.96 * Math.sqrt(n)) / 2) - 1);
    }

    private void accuracy(int runs) throws Exception {
        System.out.printf("%n%-14s %18s %10s%n", "program", "time in wrong place", "dropped");
        Path folder = Path.of("src/test/python/sampled");
        for (String script : List.of("lines.py", "waits.py")) {
            double[] wrong = new double[runs];
            double dropped = 0;
            for (int i = 0; i < runs; i++) {
                Profiled.Done done = profile(folder, script);
                wrong[i] = wrong(done, byTag(done.profile(), folder, script));
                dropped +=
                        (double) done.profile().dropped()
                                / (done.profile().dropped() + done.profile().samples());
            }
            Arrays.sort(wrong);
            System.out.printf(
                    "%-14s %8.2f %% (%.2f-%.2f) %9.2f %%%n",
                    script,
                    100 * wrong[runs / 2],
                    100 * wrong[0],
                    100 * wrong[runs - 1],
                    100 * dropped / runs);
        }
        for (int i = 0; i < 2; i++) {
            System.out.println("memory.py, MB gained by line: " + memory(folder));
        }
    }

    private Map<String, Double> memory(Path folder) throws Exception {
        var profile = profile(folder, "memory.py").profile();
        Map<String, Double> up = new HashMap<>();
        var text = Files.readAllLines(folder.resolve("memory.py"));
        for (int i = 0; i < text.size(); i++) {
            var tag = TAG.matcher(text.get(i));
            if (tag.find()) {
                up.merge(
                        tag.group(1),
                        profile.line("memory.py", i + 1)
                                .map(line -> line.rssUp().count() / 1e6)
                                .orElse(0.0),
                        Double::sum);
            }
        }
        return up;
    }

    private static double wrong(Profiled.Done done, Map<String, Double> found) {
        var told = TOLD.matcher(done.ended().stdout().text());
        double all = 0;
        double wrong = 0;
        while (told.find()) {
            double seconds = Double.parseDouble(told.group(2));
            all += seconds;
            wrong += Math.abs(seconds - found.getOrDefault(told.group(1), 0.0)) / 2;
        }
        return wrong / all;
    }

    private static Map<String, Double> byTag(Profile profile, Path folder, String script)
            throws Exception {
        Map<String, Double> found = new HashMap<>();
        var text = Files.readAllLines(folder.resolve(script));
        for (int i = 0; i < text.size(); i++) {
            var tag = TAG.matcher(text.get(i));
            if (tag.find()) {
                found.merge(
                        tag.group(1),
                        profile.line(script, i + 1)
                                .map(line -> line.self().wall().seconds())
                                .orElse(0.0),
                        Double::sum);
            }
        }
        return found;
    }

    private double plain(Path folder, String script, int pair) throws Exception {
        var workspace = PlainWorkspace.of(folder.toAbsolutePath(), script, python);
        var command = workspace.command(Input.of(), Limits.own(), Map.of());
        long begin = System.nanoTime();
        Ended ended = launcher.start(command).await();
        double took = (System.nanoTime() - begin) / 1e9;
        plainFixed[pair] = 1e3 * (took - ended.usage().wall().seconds());
        return ended.usage().cpu().seconds();
    }

    private Profiled.Done profile(Path folder, String script) throws Exception {
        var workspace = PlainWorkspace.of(folder.toAbsolutePath(), script, python);
        var request = new ProfileRequest(workspace, Input.of(), Limits.own(), launcher);
        return switch (engine.profile(request, new StopSignal(), ProfileProgress.NONE)) {
            case Profiled.Done done -> done;
            case Profiled.Unavailable(String reason) -> throw new IllegalStateException(reason);
        };
    }
}
