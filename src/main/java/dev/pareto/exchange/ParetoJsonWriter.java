package dev.pareto.exchange;

import com.fasterxml.jackson.databind.util.RawValue;

import dev.pareto.profile.CodeFile;
import dev.pareto.profile.ContainerSeen;
import dev.pareto.profile.Cost;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.profile.ThreadCost;
import dev.pareto.quantity.Share;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes our own form, `pareto.profile/1`, which keeps all of a profile: times in seconds, sizes
/// in bytes. [ParetoJsonReader] reads it. Fields may be added, never renamed.
public final class ParetoJsonWriter {
    static final String SCHEMA = "pareto.profile/1";

    private ParetoJsonWriter() {}

    /// The object's fields, in their order: maps, lists, texts, numbers, and the tree as JSON text
    /// that Jackson takes over as it is.
    public static Map<String, Object> write(Profile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("engine", profile.engine().id());
        json.put("overhead", profile.overheadShare().map(Share::fraction).orElse(null));
        json.put("traced", profile.engine().traced());
        json.put("wall_s", profile.wall().seconds());
        json.put("cpu_s", profile.cpu().seconds());
        json.put("wait_s", profile.waiting().seconds());
        json.put("startup_s", profile.startup().seconds());
        json.put("engine_cpu_s", profile.overhead().seconds());
        json.put("samples", profile.samples());
        json.put("dropped", profile.dropped());
        json.put("complete", profile.complete());
        profile.bound()
                .ifPresent(
                        bound -> json.put("bound", bound.kind().name().toLowerCase(Locale.ROOT)));
        json.put("notes", profile.notes());
        json.put("functions", profile.functions().stream().map(f -> function(f)).toList());
        json.put("lines", profile.lines().stream().map(l -> line(l)).toList());
        json.put("stacks", new RawValue(TreeJson.write(profile.tree())));
        json.put("memory", memory(profile));
        json.put("threads", profile.threads().stream().map(t -> thread(t)).toList());
        json.put("containers", profile.containers().stream().map(c -> container(c)).toList());
        return json;
    }

    private static Map<String, Object> function(FunctionCost function) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", function.name());
        file(json, function.file());
        json.put("line", function.line());
        costs(json, function.self(), function.total());
        function.calls().ifPresent(calls -> json.put("calls", calls));
        function.primitiveCalls().ifPresent(calls -> json.put("primitive_calls", calls));
        return json;
    }

    private static Map<String, Object> line(LineCost line) {
        Map<String, Object> json = new LinkedHashMap<>();
        file(json, line.file());
        json.put("line", line.line());
        costs(json, line.self(), line.total());
        json.put("rss_up", line.rssUp().count());
        json.put("rss_down", line.rssDown().count());
        line.hits().ifPresent(hits -> json.put("hits", hits));
        return json;
    }

    private static void file(Map<String, Object> json, CodeFile file) {
        json.put("file", file.path());
        json.put("own", file.isOwn());
        json.put("owner", owner(file));
    }

    static String owner(CodeFile file) {
        return file.owner().name().toLowerCase(Locale.ROOT);
    }

    private static void costs(Map<String, Object> json, Cost self, Cost total) {
        json.put("self_s", self.wall().seconds());
        json.put("total_s", total.wall().seconds());
        json.put("cpu_s", self.cpu().seconds());
        json.put("wait_s", self.waiting().seconds());
        json.put("queue_s", self.runQueue().seconds());
        json.put("samples", self.samples());
        json.put("total_cpu_s", total.cpu().seconds());
        json.put("total_wait_s", total.waiting().seconds());
        json.put("total_queue_s", total.runQueue().seconds());
        json.put("total_samples", total.samples());
    }

    private static Map<String, Object> memory(Profile profile) {
        return Map.of(
                "peak",
                profile.memory().peak().count(),
                "timeline",
                profile.memory().points().stream()
                        .map(point -> List.of(point.at().seconds(), point.resident().count()))
                        .toList());
    }

    private static Map<String, Object> thread(ThreadCost thread) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("process", thread.process());
        json.put("thread", thread.thread());
        json.put("wall_s", thread.cost().wall().seconds());
        json.put("cpu_s", thread.cost().cpu().seconds());
        json.put("wait_s", thread.cost().waiting().seconds());
        json.put("queue_s", thread.cost().runQueue().seconds());
        json.put("gil_s", thread.gil().seconds());
        json.put("samples", thread.cost().samples());
        return json;
    }

    private static Map<String, Object> container(ContainerSeen seen) {
        Map<String, Object> json = new LinkedHashMap<>();
        file(json, seen.file());
        json.put("line", seen.line());
        json.put("function", seen.function());
        json.put("variable", seen.variable());
        json.put("type", seen.type());
        json.put("samples", seen.samples());
        json.put("mean_length", seen.meanLength());
        json.put("longest", seen.longest());
        return json;
    }
}
