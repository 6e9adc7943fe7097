package dev.pareto.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Stdin;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.CopyOptions;
import dev.pareto.python.Ended;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Limits;
import dev.pareto.python.Running;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspace;
import dev.pareto.workbench.SnippetReport.Timing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Times statements side by side.
final class Snippets {
    private static final int REPEATS = 7;
    private static final String SCRIPT = "snippets.py";
    private static final String RESULTS = "results.json";

    private final Tools tools;
    private final ObjectMapper mapper = new ObjectMapper();

    Snippets(Tools tools) {
        this.tools = tools;
    }

    SnippetReport time(
            Interpreter interpreter, String setup, List<String> statements, StopSignal stop)
            throws ProblemException, InterruptedException {
        try (var _ = tools.turn();
                var script = Doctor.ScratchProgram.of(SCRIPT, tools.python(SCRIPT))) {
            Program program =
                    new Program(
                            script.folder(),
                            new Target.Script(SCRIPT),
                            interpreter,
                            script.folder(),
                            Map.of(),
                            Program.Trust.OWN);
            try (Workspace workspace =
                    tools.workspace(program, Variant.baseline(), CopyOptions.DEFAULT)) {
                Path results = workspace.root().resolve(RESULTS);
                Ended ended = run(workspace, input(setup, statements, results), stop);
                if (!Files.exists(results)) {
                    throw failed(Endings.summary(ended, workspace.root()));
                }
                return report(interpreter, statements, mapper.readTree(results.toFile()));
            }
        } catch (LauncherException e) {
            throw PlainRuns.notStarted(e);
        } catch (IOException e) {
            throw Problems.internal(
                    "The timings could not be written or read.",
                    "There is no result.",
                    "Is the disk full?",
                    e.toString());
        }
    }

    private Input input(String setup, List<String> statements, Path results) throws IOException {
        String request =
                mapper.writeValueAsString(
                        Map.of("setup", setup, "statements", statements, "repeats", REPEATS));
        return new Input(
                "snippets", List.of(Argument.plain(results.toString())), new Stdin.Text(request));
    }

    private Ended run(Workspace workspace, Input input, StopSignal stop)
            throws LauncherException, InterruptedException {
        Running running =
                tools.launcher(workspace.program().interpreter())
                        .start(workspace.command(input, Limits.own(), Map.of()));
        try (var _ = stop.whenRequested(running::stop)) {
            return running.await();
        }
    }

    private static ProblemException failed(RunSummary summary) {
        return Problems.program(
                summary.what(),
                "The statements were not all timed.",
                "Does the set-up run by itself? Does one of them never end?",
                "");
    }

    private static SnippetReport report(
            Interpreter interpreter, List<String> statements, JsonNode results) {
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            JsonNode result = results.path("statements").path(i);
            timings.add(
                    result.has("problem")
                            ? new Timing.Failed(statements.get(i), result.path("problem").asText())
                            : new Timing.Timed(
                                    statements.get(i),
                                    result.path("loops").asLong(),
                                    result.path("seconds")
                                            .valueStream()
                                            .map(JsonNode::asDouble)
                                            .toList()));
        }
        return new SnippetReport(interpreter.label(), timings);
    }
}
