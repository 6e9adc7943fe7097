package dev.pareto.cli;

import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;
import dev.pareto.source.SourceText;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.RunSummary;
import dev.pareto.workbench.Session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A profile to read: how long, the lines that take most, the functions.
record ProfileText(Session session, ProfileReport report, Paint paint) {
    private static final int LINES = 12;
    private static final int FUNCTIONS = 10;
    private static final int BAR = 10;

    String text() {
        StringBuilder text = new StringBuilder(head());
        Profile profile = report.profile();
        if (!profile.lines().isEmpty()) {
            text.append("\n").append(knowsTimes() ? lines() : memory());
        }
        if (!profile.functions().isEmpty()) {
            text.append("\n").append(functions());
        }
        profile.notes().forEach(note -> text.append("\nNote: ").append(note));
        return text.toString().stripTrailing();
    }

    private String head() {
        Profile profile = report.profile();
        String ending =
                report.ending()
                        .filter(e -> e.kind() != RunSummary.Kind.FINISHED)
                        .map(
                                e ->
                                        Failure.lines(paint.more(e.what()), e.meaning(), e.remedy())
                                                + "\n\n")
                        .orElse("");
        String measured =
                profile.engine().traced()
                        ? "traced, so times are longer than the program's own"
                        : "about %s samples".formatted(Figures.count(profile.samples()));
        String overhead = profile.overheadShare().map(share -> " · overhead " + share).orElse("");
        String peak =
                profile.memory().peak().count() == 0
                        ? ""
                        : " · peak memory " + profile.memory().peak();
        return "%s%s · %s · %s engine%n%s in all · CPU %s · waiting %s · start-up %s%s · %s%s%n"
                .formatted(
                        ending,
                        paint.bold(
                                (session.snapshot().program().label()
                                                + " "
                                                + report.input().label())
                                        .strip()),
                        session.snapshot().program().interpreter().label(),
                        profile.engine().id(),
                        profile.wall(),
                        profile.cpu(),
                        profile.waiting(),
                        profile.startup(),
                        peak,
                        measured,
                        overhead);
    }

    private String lines() {
        Profile profile = report.profile();
        int hot = profile.hotspots(new Share(0.8)).size();
        StringBuilder text =
                new StringBuilder(
                        paint.bold(
                                        "%d of %s own lines %s 80 %% of their time"
                                                .formatted(
                                                        hot,
                                                        Figures.count(ownLines()),
                                                        hot == 1 ? "takes" : "take"))
                                + "\n");
        profile.lines().stream()
                .sorted(
                        Comparator.comparingDouble((LineCost l) -> l.self().wall().seconds())
                                .reversed())
                .limit(LINES)
                .filter(line -> profile.share(line).fraction() >= 0.001)
                .forEach(line -> text.append(line(profile, line)).append('\n'));
        return text.toString();
    }

    private String line(Profile profile, LineCost line) {
        double share = profile.share(line).fraction();
        String code = code(line);
        String hits = line.hits().isPresent() ? " %9s×".formatted(hits(line)) : "";
        return "  %s %7s %9s%s  %s  %s"
                .formatted(
                        bar(share),
                        Figures.percent(share),
                        line.self().wall(),
                        hits,
                        line.file().path() + ":" + line.line(),
                        paint.faint(code))
                .stripTrailing();
    }

    private boolean knowsTimes() {
        return report.profile().lines().stream().anyMatch(l -> l.self().wall().seconds() > 0);
    }

    /// Of an engine that looks at memory alone.
    private String memory() {
        StringBuilder text =
                new StringBuilder(
                        paint.bold("  %9s %9s %9s  line".formatted("gained", "given back", "hits"))
                                + "\n");
        report.profile().lines().stream()
                .filter(line -> line.rssUp().count() + line.rssDown().count() > 0)
                .sorted(Comparator.comparing(LineCost::rssUp).reversed())
                .limit(LINES)
                .forEach(
                        line ->
                                text.append(
                                        "  %9s %10s %9s  %s  %s"
                                                        .formatted(
                                                                line.rssUp(),
                                                                line.rssDown(),
                                                                hits(line),
                                                                line.file().path()
                                                                        + ":"
                                                                        + line.line(),
                                                                paint.faint(code(line)))
                                                        .stripTrailing()
                                                + "\n"));
        return text.toString();
    }

    private static String hits(LineCost line) {
        return line.hits().isPresent() ? Figures.count(line.hits().getAsLong()) : "–";
    }

    private static String bar(double share) {
        int filled = (int) Math.round(Math.clamp(share, 0, 1) * BAR);
        return "█".repeat(filled) + "·".repeat(BAR - filled);
    }

    private String functions() {
        Profile profile = report.profile();
        boolean counted = profile.functions().stream().anyMatch(f -> f.calls().isPresent());
        StringBuilder text =
                new StringBuilder(
                        paint.bold(
                                        "  %9s %9s%s  function"
                                                .formatted(
                                                        "self",
                                                        "total",
                                                        counted ? "     calls" : ""))
                                + "\n");
        profile.functions().stream()
                .sorted(
                        Comparator.comparingDouble((FunctionCost f) -> f.self().wall().seconds())
                                .reversed())
                .limit(FUNCTIONS)
                .forEach(f -> text.append(function(f, counted)).append('\n'));
        return text.toString();
    }

    private static String function(FunctionCost f, boolean counted) {
        String calls =
                counted
                        ? " %9s"
                                .formatted(
                                        f.calls().isPresent()
                                                ? Figures.count(f.calls().getAsLong())
                                                : "–")
                        : "";
        String place = f.line() > 0 ? "  " + place(f) : "";
        return "  %9s %9s%s  %s%s"
                .formatted(f.self().wall(), f.total().wall(), calls, f.name(), place);
    }

    /// Own files by their path, those of libraries by their last names.
    private static String place(FunctionCost f) {
        String path = f.file().path();
        String[] names = path.split("/", -1);
        boolean far = !f.file().isOwn() && names.length > 3;
        return (far ? "…/" + names[names.length - 2] + "/" + names[names.length - 1] : path)
                + ":"
                + f.line();
    }

    private long ownLines() {
        long count = 0;
        List<String> files =
                report.profile().lines().stream().map(l -> l.file().path()).distinct().toList();
        for (String path : files) {
            count += source(path).map(SourceText::lineCount).orElse(0);
        }
        return Math.max(count, report.profile().lines().size());
    }

    private String code(LineCost line) {
        return code(line.file().path(), line.line())
                .map(code -> code.length() > 60 ? code.substring(0, 59) + "…" : code)
                .orElse("");
    }

    /// What stands at a line of own code, without its indentation.
    Optional<String> code(String path, int line) {
        return source(path)
                .filter(text -> line >= 1 && line <= text.lineCount())
                .map(text -> text.line(line).strip());
    }

    private Optional<SourceText> source(String path) {
        try {
            return Optional.of(session.text(report.variant(), path));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}
