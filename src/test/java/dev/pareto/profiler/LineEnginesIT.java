package dev.pareto.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.pareto.profile.EngineKind;
import dev.pareto.profile.FunctionPlace;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launchers;
import dev.pareto.python.Limits;
import dev.pareto.python.PythonSources;
import dev.pareto.python.StopSignal;
import dev.pareto.python.ToolEnvironments;
import dev.pareto.python.ToolEnvironments.Made;
import dev.pareto.quantity.Bytes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The engines that look at lines: without their packages on every interpreter found, and against
/// the real tools on the newest, where the package index can be reached.
class LineEnginesIT {
    private static final String WORK =
            """
            def fib(n):
                if n < 2:
                    return n
                return fib(n - 1) + fib(n - 2)
            class K:
                @property
                def p(self):
                    return [i for i in range(10)]
                @staticmethod
                def s(x):
                    for i in range(x):
                        if i % 2:
                            continue
                    return x
            def gen(n):
                for i in range(n):
                    yield i
            def big():
                a = [0] * 5_000_000
                del a
            print(fib(10), K().p[-1], K.s(7), sum(gen(5)), big())
            """;

    /// Kept between runs of the tests, since it takes seconds to make.
    private static final Path MADE = Path.of("target/test-environments").toAbsolutePath();

    private static PythonSources sources;
    private static Launcher launcher;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        sources = PythonSources.extract();
        Path any = InstalledPythons.all().values().iterator().next();
        launcher = Launchers.forThisMachine(any, sources);
    }

    @AfterAll
    static void stop() {
        launcher.close();
        sources.close();
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("work.py"), WORK);
    }

    static Stream<Named<Interpreter>> pythons() throws IOException, InterruptedException {
        return InstalledPythons.all().entrySet().stream()
                .map(
                        python ->
                                Named.of(
                                        python.getKey(),
                                        new Interpreter(
                                                python.getValue(),
                                                python.getValue(),
                                                python.getKey(),
                                                "CPython",
                                                null)));
    }

    static Stream<Named<Interpreter>> newest() throws IOException, InterruptedException {
        return pythons().skip(Math.max(0, InstalledPythons.all().size() - 1));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("pythons")
    void standInsCountAndSayThatTheyAreNotTheTool(Interpreter python) throws Exception {
        var none = new ToolEnvironments(folder.resolve("none"), sources);
        Profiled.Done times = run(EngineKind.LINE_PROFILER, python, none);
        assertEquals(Map.of(2, 177L, 3, 89L, 4, 88L), hits(times.profile(), 2, 4));
        assertTrue(
                times.profile().notes().getFirst().startsWith("This is a stand-in for line_prof"),
                times.profile().notes()::toString);
        assertEquals(Map.of(), times.files());
        assertTrue(times.profile().complete());

        Profile memory = run(EngineKind.MEMORY_PROFILER, python, none).profile();
        assertEquals(40, megabytes(memory, 19, LineCost::rssUp), 1);
        assertEquals(40, megabytes(memory, 20, LineCost::rssDown), 1);
        assertTrue(memory.notes().getFirst().startsWith("This is a stand-in for memory_prof"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("pythons")
    void looksAtPickedFunctionsAloneWhateverIsMarked(Interpreter python) throws Exception {
        String work =
                """
                from helper import triple
                def square(n):
                    return n * n
                @profile
                def marked(n):
                    return n + 1
                class Box:
                    def get(self):
                        return square(3)
                for i in range(5):
                    square(i)
                print(marked(1), Box().get(), triple(2))
                """;
        Files.writeString(folder.resolve("work.py"), work);
        Files.writeString(
                folder.resolve("helper.py"), "def triple(n):\n    m = n\n    return 3 * m\n");
        var none = new ToolEnvironments(folder.resolve("none"), sources);
        var picked =
                Set.of(
                        new FunctionPlace("work.py", 2),
                        new FunctionPlace("work.py", 8),
                        new FunctionPlace("helper.py", 1));
        Profiled.Done done = run(EngineKind.LINE_PROFILER, python, none, picked);
        assertEquals(Map.of(3, 6L, 9, 1L), hits(done.profile(), "work.py"));
        assertEquals(Map.of(2, 1L, 3, 1L), hits(done.profile(), "helper.py"));
        assertTrue(
                done.profile()
                        .notes()
                        .contains("Only the functions that were picked were looked at."),
                done.profile().notes()::toString);
        assertTrue(done.ended().stdout().text().startsWith("2 9 6"), done.ended().stdout().text());
        assertEquals(work, Files.readString(folder.resolve("work.py")));

        var gone = Set.of(new FunctionPlace("work.py", 2), new FunctionPlace("work.py", 99));
        assertTrue(
                run(EngineKind.LINE_PROFILER, python, none, gone)
                        .profile()
                        .notes()
                        .contains(
                                "Of the 2 functions that were picked, 1 came to be looked at: the"
                                        + " others were not loaded."));
    }

    private static Map<Integer, Long> hits(Profile profile, String path) {
        return profile.lines().stream()
                .filter(line -> line.file().path().equals(path) && line.hits().orElse(0) > 0)
                .collect(Collectors.toMap(LineCost::line, line -> line.hits().orElse(0)));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("pythons")
    void tracemallocKnowsWhatIsLeft(Interpreter python) throws Exception {
        Files.writeString(
                folder.resolve("work.py"),
                """
                kept = [bytes(1000) for _ in range(2000)]
                gone = [bytes(1000) for _ in range(9000)]
                del gone
                """);
        var done =
                run(
                        EngineKind.TRACEMALLOC,
                        python,
                        new ToolEnvironments(folder.resolve("none"), sources));
        double up = megabytes(done.profile(), 1, LineCost::rssUp);
        assertEquals(2.07, up - megabytes(done.profile(), 1, LineCost::rssDown), 0.05);
        String table = new String(done.files().get("tracemalloc.txt"), StandardCharsets.UTF_8);
        assertTrue(table.contains("work.py:1"), table);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("newest")
    void theRealToolsCountAsTheyDoAlone(Interpreter python) throws Exception {
        ToolEnvironments environments = environments(python);
        Profiled.Done times = run(EngineKind.LINE_PROFILER, python, environments);
        assertTrue(
                times.profile().notes().getFirst().startsWith("Traced by line_profiler 5."),
                times.profile().notes()::toString);
        String out = folder.resolve("alone.lprof").toString();
        tool(
                environments,
                python,
                "import kernprof; kernprof.main(['-q', '-l', '-p', 'work.py', '-o', '%s',"
                                .formatted(out)
                        + " 'work.py'])");
        var alone = shown(environments, python, out);
        assertEquals(alone, hits(times.profile(), 1, 99).toString());

        Path ours = folder.resolve("ours.lprof");
        Files.write(ours, times.files().get("lines.lprof"));
        assertEquals(alone, shown(environments, python, ours.toString()));
        String text = new String(times.files().get("lines.txt"), StandardCharsets.UTF_8);
        assertTrue(text.contains("Line #      Hits         Time  Per Hit   % Time"), text);
        assertTrue(text.contains("File: " + folder.toRealPath().resolve("work.py")), text);

        Profiled.Done memory = run(EngineKind.MEMORY_PROFILER, python, environments);
        assertEquals(40, megabytes(memory.profile(), 19, LineCost::rssUp), 1);
        String table = new String(memory.files().get("memory.txt"), StandardCharsets.UTF_8);
        assertTrue(table.contains("Line #    Mem usage    Increment  Occurrences"), table);
    }

    private Profiled.Done run(EngineKind kind, Interpreter python, ToolEnvironments environments)
            throws IOException, InterruptedException {
        return run(kind, python, environments, Set.of());
    }

    private Profiled.Done run(
            EngineKind kind,
            Interpreter python,
            ToolEnvironments environments,
            Set<FunctionPlace> picked)
            throws IOException, InterruptedException {
        var engine = new Engines(sources, folder.resolve("cache"), environments).engine(kind);
        Path root = folder.toRealPath();
        var workspace = PlainWorkspace.of(root, "work.py", python);
        var request = new ProfileRequest(workspace, Input.of(), Limits.own(), launcher, picked);
        return switch (engine.profile(request, new StopSignal(), ProfileProgress.NONE)) {
            case Profiled.Done done -> done;
            case Profiled.Unavailable(String reason) -> throw new AssertionError(reason);
        };
    }

    private static ToolEnvironments environments(Interpreter python) throws InterruptedException {
        var environments = new ToolEnvironments(MADE, sources);
        if (environments.packages(python).isEmpty()) {
            switch (environments.create(python, new StopSignal(), _ -> {})) {
                case Made.Ready(var made) ->
                        assertTrue(made.packages().contains("line_profiler 5.1.0"));
                case Made.Offline _ ->
                        abort("The package index cannot be reached: the real tools are not tested");
                case Made.Failed(String reason, String details) ->
                        abort("No packages to test with: " + reason + "\n" + details);
                case Made.Cancelled() -> throw new AssertionError("nobody asked to stop");
            }
        }
        return environments;
    }

    /// What the package itself reads out of its file: line → hits.
    private String shown(ToolEnvironments environments, Interpreter python, String file)
            throws Exception {
        return tool(
                        environments,
                        python,
                        "import line_profiler; t = line_profiler.load_stats('%s').timings; d ="
                                        .formatted(file)
                                + " sorted((l, h) for r in t.values() for l, h, _ in r);"
                                + " print('{' + ', '.join('%d=%d' % p for p in d) + '}')")
                .strip();
    }

    private String tool(ToolEnvironments environments, Interpreter python, String code)
            throws Exception {
        var builder =
                new ProcessBuilder(python.executable().toString(), "-c", code)
                        .directory(folder.toRealPath().toFile())
                        .redirectErrorStream(true);
        builder.environment()
                .put("PYTHONPATH", environments.packages(python).orElseThrow().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }

    private static double megabytes(Profile profile, int line, Function<LineCost, Bytes> figure) {
        return figure.apply(profile.line("work.py", line).orElseThrow()).count() / 1e6;
    }

    private static Map<Integer, Long> hits(Profile profile, int from, int to) {
        Map<Integer, Long> found = new TreeMap<>();
        for (LineCost line : List.copyOf(profile.lines())) {
            if (line.line() >= from && line.line() <= to) {
                found.put(line.line(), line.hits().orElseThrow());
            }
        }
        return found;
    }
}
