package dev.pareto.report;

import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.profile.ThreadCost;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A profile as one HTML file: lines, functions, the call tree, memory, threads. It loads nothing,
/// and can be read where scripts do not run; they only sort and zoom.
public final class ProfilePage {
    private static final int LINES = 300;
    private static final int FUNCTIONS = 300;

    private final Profile profile;
    private final String program;
    private final Code code;

    private ProfilePage(Profile profile, String program, Code code) {
        this.profile = profile;
        this.program = program;
        this.code = code;
    }

    /// The file's text.
    ///
    /// @param program what the profile is of
    public static String write(Profile profile, String program, Code code) {
        return new ProfilePage(profile, program, code).html();
    }

    private String html() {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width">
        <meta name="generator" content="Pareto">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s<script>
        %s</script>
        </body>
        </html>
        """
                .formatted(
                        Markup.escaped(program + " – profile"),
                        resource("profile.css"),
                        body(),
                        resource("profile.js"));
    }

    private String body() {
        List<String> parts = new ArrayList<>();
        parts.add("<h1>" + Markup.escaped(program) + "</h1>");
        parts.add(head());
        profile.notes()
                .forEach(note -> parts.add("<p class=\"note\">" + Markup.escaped(note) + "</p>"));
        section(parts, "Lines", lines());
        section(parts, "Functions", functions());
        section(parts, "Call tree", tree());
        section(parts, "Memory", MemoryCurve.svg(profile.memory()));
        section(parts, "Threads", threads());
        return parts.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void section(List<String> parts, String title, String content) {
        if (!content.isEmpty()) {
            parts.add("<h2>%s</h2>%n%s".formatted(title, content));
        }
    }

    private String head() {
        List<String> facts = new ArrayList<>();
        facts.add(fact("Time", profile.wall().toString()));
        facts.add(fact("CPU", profile.cpu().toString()));
        facts.add(fact("Waiting", profile.waiting().toString()));
        facts.add(fact("Start-up", profile.startup().toString()));
        if (profile.memory().peak().count() > 0) {
            facts.add(fact("Peak memory", profile.memory().peak().toString()));
        }
        facts.add(fact("Engine", profile.engine().id()));
        if (profile.samples() > 0) {
            facts.add(fact("Samples", Figures.count(profile.samples())));
        }
        String warning = "";
        if (profile.engine().traced()) {
            warning += "<p class=\"note\">Traced: times are longer than the program's own.</p>\n";
        }
        if (!profile.complete()) {
            warning += "<p class=\"note\">The run was stopped before its end.</p>\n";
        }
        return "<dl>" + String.join("", facts) + "</dl>\n" + warning;
    }

    private static String fact(String name, String value) {
        return "<div><dt>%s</dt><dd>%s</dd></div>"
                .formatted(Markup.escaped(name), Markup.escaped(value));
    }

    private String lines() {
        List<LineCost> all =
                profile.lines().stream()
                        .sorted(
                                Comparator.comparingDouble(ProfilePage::seconds)
                                        .thenComparing(LineCost::rssUp)
                                        .reversed())
                        .toList();
        if (all.isEmpty()) {
            return "";
        }
        var table =
                new CostTable(
                        List.of(
                                "Share",
                                "Self",
                                "CPU",
                                "Waiting",
                                "Total",
                                "Hits",
                                "Memory +",
                                "Place",
                                "Code"));
        for (LineCost line : all.subList(0, Math.min(LINES, all.size()))) {
            double share = profile.share(line).fraction();
            String hits = line.hits().isPresent() ? Figures.count(line.hits().getAsLong()) : "–";
            table.row()
                    .share(share, Figures.percent(share))
                    .figure(seconds(line), line.self().wall().toString())
                    .figure(line.self().cpu().seconds(), line.self().cpu().toString())
                    .figure(line.self().waiting().seconds(), line.self().waiting().toString())
                    .figure(line.total().wall().seconds(), line.total().wall().toString())
                    .figure((double) line.hits().orElse(0), hits)
                    .figure((double) line.rssUp().count(), line.rssUp().toString())
                    .text(line.file().path() + ":" + line.line())
                    .code(code.at(line.file(), line.line()).map(String::strip).orElse(""))
                    .end();
        }
        int hot = profile.hotspots(new Share(0.8)).size();
        String sentence =
                hot == 0
                        ? ""
                        : "<p>%d %s 80 %% of the time of the %s own lines that were seen.</p>%n"
                                .formatted(
                                        hot,
                                        hot == 1 ? "line takes" : "lines take",
                                        Figures.count(all.size()));
        return sentence + table.html() + rest(LINES, all.size(), "lines");
    }

    private static double seconds(LineCost line) {
        return line.self().wall().seconds();
    }

    private String functions() {
        List<FunctionCost> all =
                profile.functions().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (FunctionCost f) -> f.self().wall().seconds())
                                        .reversed())
                        .toList();
        if (all.isEmpty()) {
            return "";
        }
        var table = new CostTable(List.of("Share", "Self", "Total", "Calls", "Function", "Place"));
        for (FunctionCost f : all.subList(0, Math.min(FUNCTIONS, all.size()))) {
            Share share = Share.of(f.self().wall().seconds(), profile.wall().seconds());
            String calls = f.calls().isPresent() ? Figures.count(f.calls().getAsLong()) : "–";
            String place = f.line() > 0 ? f.file().path() + ":" + f.line() : f.file().path();
            table.row()
                    .share(share.fraction(), share.toString())
                    .figure(f.self().wall().seconds(), f.self().wall().toString())
                    .figure(f.total().wall().seconds(), f.total().wall().toString())
                    .figure((double) f.calls().orElse(0), calls)
                    .code(f.name())
                    .text(place)
                    .end();
        }
        return table.html() + rest(FUNCTIONS, all.size(), "functions");
    }

    private static String rest(int shown, int all, String what) {
        return all > shown
                ? "<p class=\"axis\">And %s %s more.</p>"
                        .formatted(Figures.count(all - (long) shown), what)
                : "";
    }

    private String tree() {
        String svg = Icicle.svg(profile.tree());
        return svg.isEmpty()
                ? ""
                : "<p class=\"axis\">Callers above; the width is the time. A click looks closer, one"
                        + " on the top row goes back.</p>\n<div class=\"scroll\">"
                        + svg
                        + "</div>";
    }

    private String threads() {
        if (profile.threads().size() < 2) {
            return "";
        }
        var table =
                new CostTable(
                        List.of(
                                "Process",
                                "Thread",
                                "Time",
                                "CPU",
                                "Waiting",
                                "Run queue",
                                "Waiting for the interpreter"));
        for (ThreadCost thread : profile.threads()) {
            var cost = thread.cost();
            table.row()
                    .figure(thread.process(), Integer.toString(thread.process()))
                    .figure(thread.thread(), Integer.toString(thread.thread()))
                    .figure(cost.wall().seconds(), cost.wall().toString())
                    .figure(cost.cpu().seconds(), cost.cpu().toString())
                    .figure(cost.waiting().seconds(), cost.waiting().toString())
                    .figure(cost.runQueue().seconds(), cost.runQueue().toString())
                    .figure(thread.gil().seconds(), thread.gil().toString())
                    .end();
        }
        return table.html();
    }

    private static String resource(String name) {
        try (InputStream in = ProfilePage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the product");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
