package dev.pareto.exchange;

import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes functions and lines as one table (RFC 4180), times in seconds, memory in bytes.
public final class ProfileCsv {
    private static final List<String> HEAD =
            List.of(
                    "kind",
                    "name",
                    "file",
                    "line",
                    "self_s",
                    "total_s",
                    "cpu_s",
                    "wait_s",
                    "count",
                    "rss_up",
                    "rss_down");

    private ProfileCsv() {}

    /// The file's text; `count` is of calls or hits, and empty where nobody counted.
    public static String write(Profile profile) {
        return Stream.of(
                        Stream.of(HEAD),
                        profile.functions().stream().map(ProfileCsv::function),
                        profile.lines().stream().map(ProfileCsv::line))
                .flatMap(rows -> rows)
                .map(ProfileCsv::row)
                .collect(Collectors.joining());
    }

    private static List<String> function(FunctionCost f) {
        return List.of(
                "function",
                f.name(),
                f.file().path(),
                Integer.toString(f.line()),
                seconds(f.self().wall().seconds()),
                seconds(f.total().wall().seconds()),
                seconds(f.self().cpu().seconds()),
                seconds(f.self().waiting().seconds()),
                count(f.calls()),
                "",
                "");
    }

    private static List<String> line(LineCost l) {
        return List.of(
                "line",
                "",
                l.file().path(),
                Integer.toString(l.line()),
                seconds(l.self().wall().seconds()),
                seconds(l.total().wall().seconds()),
                seconds(l.self().cpu().seconds()),
                seconds(l.self().waiting().seconds()),
                count(l.hits()),
                Long.toString(l.rssUp().count()),
                Long.toString(l.rssDown().count()));
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.9f", value);
    }

    private static String count(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(ProfileCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// Quoted where needed. A spreadsheet takes what begins like a formula for one: it gets an
    /// apostrophe before it.
    private static String cell(String text) {
        String safe = text.matches("[=+@\\-\\t].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
