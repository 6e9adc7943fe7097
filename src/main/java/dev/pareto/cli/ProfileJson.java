package dev.pareto.cli;

import dev.pareto.profile.Bound;
import dev.pareto.profile.CallNode;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.profile.ThreadCost;
import dev.pareto.quantity.Share;
import dev.pareto.workbench.ProfileReport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `pareto.profile/1`.
final class ProfileJson {
    private ProfileJson() {}

    static Map<String, Object> of(ProfileReport report) {
        Map<String, Object> json = of(report.profile());
        json.put("arguments", report.input().texts());
        report.run().ifPresent(ended -> json.put("output", RunJson.output(ended)));
        report.ending().ifPresent(ending -> json.put("ending", RunJson.ending(ending)));
        return json;
    }

    /// Of a profile whose run is not known.
    static Map<String, Object> of(Profile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.profile/1");
        json.put("engine", profile.engine().id());
        json.put("overhead", profile.overheadShare().map(Share::fraction).orElse(null));
        json.put(
                "overhead_s",
                profile.overheadShare().isPresent() ? profile.overhead().seconds() : null);
        json.put("traced", profile.engine().traced());
        json.put("wall_s", profile.wall().seconds());
        json.put("cpu_s", profile.cpu().seconds());
        json.put("wait_s", profile.waiting().seconds());
        json.put("startup_s", profile.startup().seconds());
        json.put("samples", profile.samples());
        json.put("dropped", profile.dropped());
        json.put("complete", profile.complete());
        json.put("notes", profile.notes());
        json.put("functions", profile.functions().stream().map(ProfileJson::function).toList());
        json.put("lines", profile.lines().stream().map(ProfileJson::line).toList());
        json.put("stacks", node(profile.tree()));
        json.put("memory", memory(profile));
        Bound.of(profile)
                .ifPresent(
                        bound -> json.put("bound", bound.kind().name().toLowerCase(Locale.ROOT)));
        json.put("threads", profile.threads().stream().map(ProfileJson::thread).toList());
        return json;
    }

    private static Map<String, Object> function(FunctionCost function) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", function.name());
        json.put("file", function.file().path());
        json.put("line", function.line());
        json.put("own", function.file().isOwn());
        json.put("self_s", function.self().wall().seconds());
        json.put("total_s", function.total().wall().seconds());
        function.calls().ifPresent(calls -> json.put("calls", calls));
        function.primitiveCalls().ifPresent(calls -> json.put("primitive_calls", calls));
        return json;
    }

    private static Map<String, Object> line(LineCost line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", line.file().path());
        json.put("line", line.line());
        json.put("self_s", line.self().wall().seconds());
        json.put("total_s", line.total().wall().seconds());
        json.put("cpu_s", line.self().cpu().seconds());
        json.put("wait_s", line.self().waiting().seconds());
        json.put("rss_up", line.rssUp().count());
        json.put("rss_down", line.rssDown().count());
        line.hits().ifPresent(hits -> json.put("hits", hits));
        return json;
    }

    private static Map<String, Object> thread(ThreadCost thread) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("process", thread.process());
        json.put("thread", thread.thread());
        json.put("wall_s", thread.cost().wall().seconds());
        json.put("cpu_s", thread.cost().cpu().seconds());
        json.put("wait_s", thread.cost().waiting().seconds());
        json.put("gil_s", thread.gil().seconds());
        json.put("run_queue_s", thread.cost().runQueue().seconds());
        return json;
    }

    private static Map<String, Object> node(CallNode node) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", node.frame().function());
        json.put("file", node.frame().file().path());
        json.put("line", node.frame().line());
        json.put("self_s", node.self().wall().seconds());
        json.put("total_s", node.total().wall().seconds());
        List<Map<String, Object>> children = new ArrayList<>();
        node.children().forEach(child -> children.add(node(child)));
        json.put("children", children);
        return json;
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
}
