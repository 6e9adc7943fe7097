package dev.pareto.cli;

import dev.pareto.program.Output.Exit;
import dev.pareto.python.Ended;
import dev.pareto.python.Usage;
import dev.pareto.workbench.RunReport;
import dev.pareto.workbench.RunSummary;
import dev.pareto.workbench.Traceback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `pareto.run/1`.
final class RunJson {
    private RunJson() {}

    static Map<String, Object> of(RunReport report) {
        Usage usage = report.ended().usage();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.run/1");
        json.put("arguments", report.input().texts());
        json.put("wall_s", usage.wall().seconds());
        json.put("cpu_s", usage.cpu().seconds());
        json.put("user_s", usage.user().seconds());
        json.put("system_s", usage.system().seconds());
        json.put("wait_s", usage.blocked().seconds());
        json.put("run_queue_s", usage.runQueue().seconds());
        json.put("memory", Map.of("peak", usage.peakMemory().count()));
        json.put("threads", usage.workingThreads());
        json.put("children", usage.children());
        json.put("ending", ending(report.summary()));
        Map<String, Object> output = output(report.ended());
        output.put("stdout", report.ended().stdout().text());
        output.put("stderr", report.errors());
        output.put("files", report.files());
        json.put("output", output);
        return json;
    }

    /// What is said of a run's output everywhere. `exit` is null when a signal or we ended it.
    static Map<String, Object> output(Ended ended) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "exit",
                ended instanceof Ended.Finished(Exit.Status(int code), _, _, _) ? code : null);
        json.put("stdout_sha256", ended.stdout().sha256());
        json.put("stdout_bytes", ended.stdout().size().count());
        json.put("stderr_bytes", ended.stderr().size().count());
        return json;
    }

    static Map<String, Object> ending(RunSummary summary) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", summary.kind().name().toLowerCase(Locale.ROOT));
        json.put("what", summary.what());
        json.put("meaning", summary.meaning());
        json.put("remedy", summary.remedy());
        json.put(
                "traceback",
                summary.lastTraceback().map(Traceback::frames).orElse(List.of()).stream()
                        .map(
                                frame ->
                                        Map.of(
                                                "file", frame.path(),
                                                "line", frame.line(),
                                                "function", frame.function(),
                                                "own", frame.own()))
                        .toList());
        return json;
    }
}
