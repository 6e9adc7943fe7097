package dev.pareto.advice;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.advice.rule.Worth;
import dev.pareto.profile.Observations;
import dev.pareto.profiler.EvidenceEngine;
import dev.pareto.profiler.Observed;
import dev.pareto.profiler.ProfileRequest;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Program.Trust;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.Analyser;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launchers;
import dev.pareto.python.Limits;
import dev.pareto.python.PythonSources;
import dev.pareto.python.ScratchWorkspaces;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspaces.Made;
import dev.pareto.source.SourceReading;
import dev.pareto.source.SourceText;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Advice for code that nobody here wrote, as if each line mattered: what pays is not asked, every
/// condition of safety is.
///
/// Started by `src/test/bench/corpus.py`. Reads lines of standard input, `FOLDER MODULE ARGUMENT…`
/// with tabs between: a folder with a program that is run as `-m MODULE ARGUMENT…`, which is the
/// observed run. Answers each with one line of JSON.
public final class CorpusBench {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path python;
    private final String version;
    private final PythonSources sources;
    private final Launcher launcher;
    private final Analyser analyser;

    private CorpusBench(
            Path python,
            String version,
            PythonSources sources,
            Launcher launcher,
            Analyser analyser) {
        this.python = python;
        this.version = version;
        this.sources = sources;
        this.launcher = launcher;
        this.analyser = analyser;
    }

    /// Answers until the input ends.
    ///
    /// @param arguments the interpreter, and its version as in `3.12.1`
    public static void main(String[] arguments) throws Exception {
        Path python = Path.of(arguments[0]);
        try (var sources = PythonSources.extract();
                var launcher = Launchers.forThisMachine(python, sources);
                var analyser = new Analyser(python, sources)) {
            var bench = new CorpusBench(python, arguments[1], sources, launcher, analyser);
            var lines =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(JSON.writeValueAsString(bench.answer(line.split("\t"))));
                System.out.flush();
            }
        }
    }

    private Map<String, Object> answer(String[] fields) throws InterruptedException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", fields[0]);
        try {
            advise(fields, json);
        } catch (IOException | RuntimeException e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            json.put("crash", trace.toString());
        }
        return json;
    }

    private void advise(String[] fields, Map<String, Object> json)
            throws IOException, InterruptedException {
        Path root = Path.of(fields[0]);
        List<SourceText> code = read(root);
        json.put("modules", code.size());
        Advisor advisor = new Advisor(analyser, Worth.IGNORED, Rules.ALL);
        AdvicePlan plan = advisor.plan(code, HotProfile.of(code));
        json.put("questions", plan.questions().size());
        Advice advice =
                advisor.advise(
                        plan,
                        plan.questions().isEmpty()
                                ? Observations.NONE
                                : observe(root, fields, plan, json));
        json.put("refused", advice.refused().size());
        json.put(
                "broken",
                advice.refused().stream()
                        .filter(it -> it.rule().isEmpty() || it.reason().contains("not compile"))
                        .map(Refusal::toString)
                        .toList());
        json.put("suggestions", advice.suggestions().stream().map(CorpusBench::of).toList());
    }

    private static Map<String, Object> of(Suggestion suggestion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", suggestion.id());
        json.put("rule", suggestion.rule());
        json.put("file", suggestion.file());
        json.put("line", suggestion.line());
        json.put("diff", suggestion.diff());
        json.put("changes", suggestion.changes());
        return json;
    }

    private Observations observe(
            Path root, String[] fields, AdvicePlan plan, Map<String, Object> json)
            throws InterruptedException {
        var program =
                new Program(
                        root,
                        new Target.Module(fields[1]),
                        new Interpreter(python, python, version, "CPython", null),
                        root,
                        Map.of(),
                        Trust.OWN);
        var made = new ScratchWorkspaces().make(program, Variant.baseline());
        try (var workspace = ((Made.Ready) made).workspace()) {
            String[] arguments = Stream.of(fields).skip(2).toArray(String[]::new);
            var request =
                    new ProfileRequest(workspace, Input.of(arguments), Limits.own(), launcher);
            var observed =
                    new EvidenceEngine(sources.file("evidence.py"))
                            .observe(request, plan.questions(), new StopSignal());
            return switch (observed) {
                case Observed.Done(var observations, var ended) -> {
                    json.put("ended", ended.getClass().getSimpleName());
                    json.put("complete", observations.complete());
                    yield observations;
                }
                case Observed.Unavailable(var reason) -> {
                    json.put("unobserved", reason);
                    yield Observations.NONE;
                }
            };
        }
    }

    private static List<SourceText> read(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".py")).sorted().toList();
        }
        List<SourceText> code = new ArrayList<>();
        for (Path file : files) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (SourceText.read(path, Files.readAllBytes(file))
                    instanceof SourceReading.Decoded(var source)) {
                code.add(source);
            }
        }
        return code;
    }
}
