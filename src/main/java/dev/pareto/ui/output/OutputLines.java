package dev.pareto.ui.output;

import dev.pareto.program.Output;
import dev.pareto.python.Ended;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts what a run printed into rows.
final class OutputLines {
    /// More rows than anybody reads; the streams themselves are kept elsewhere.
    private static final int MOST_LINES = 50_000;

    private static final int MOST_COLUMNS = 1_000;
    private static final Pattern TRACE =
            Pattern.compile("\\s*File \"([^\"]+)\", line (\\d{1,9}).*");

    private final List<String> ownFiles;

    /// @param ownFiles paths under the root
    OutputLines(List<String> ownFiles) {
        this.ownFiles = ownFiles;
    }

    /// All rows of an ended run: stderr first when it has a traceback, since that is the news.
    List<OutputLine> of(Ended ended) {
        var rows = new ArrayList<OutputLine>();
        boolean both = !ended.stdout().isEmpty() && !ended.stderr().isEmpty();
        boolean failed = ended.stderr().text().contains("Traceback (most recent call last)");
        if (failed) {
            add(rows, ended.stderr(), OutputLine.Kind.STDERR, true);
        }
        add(rows, ended.stdout(), OutputLine.Kind.STDOUT, both);
        if (!failed) {
            add(rows, ended.stderr(), OutputLine.Kind.STDERR, true);
        }
        return rows;
    }

    private void add(
            List<OutputLine> rows, Output.Stream stream, OutputLine.Kind kind, boolean head) {
        if (stream.isEmpty()) {
            return;
        }
        if (head) {
            rows.add(OutputLine.heading(Messages.text("output." + key(kind))));
        }
        // First, since nobody scrolls to the end of that much.
        if (stream.isTruncated()) {
            rows.add(
                    OutputLine.note(
                            Messages.text(
                                    "output.truncated",
                                    new Bytes(stream.head().length),
                                    stream.size())));
        }
        rows.addAll(printed(stream.text(), kind));
    }

    private static String key(OutputLine.Kind kind) {
        return kind == OutputLine.Kind.STDOUT ? "stdout" : "stderr";
    }

    /// A text of one stream.
    List<OutputLine> printed(String text, OutputLine.Kind kind) {
        var rows = new ArrayList<OutputLine>();
        text.lines().limit(MOST_LINES).forEach(line -> rows.add(row(line, kind)));
        long more = rows.size() < MOST_LINES ? 0 : text.lines().count() - MOST_LINES;
        if (more > 0) {
            rows.add(OutputLine.note(Messages.text("output.more-lines", Figures.count(more))));
        }
        return rows;
    }

    private OutputLine row(String line, OutputLine.Kind kind) {
        OutputLine.CodePlace place = kind == OutputLine.Kind.STDERR ? place(line) : null;
        return new OutputLine(kind, shortened(place == null ? line : own(line, place)), place);
    }

    private static String shortened(String line) {
        return line.length() <= MOST_COLUMNS
                ? line
                : line.substring(0, MOST_COLUMNS)
                        + " "
                        + Messages.text(
                                "output.more-columns", Figures.count(line.length() - MOST_COLUMNS));
    }

    /// The line with the path under the root: that of the copy says nothing to anybody.
    private static String own(String line, OutputLine.CodePlace place) {
        int from = line.indexOf('"') + 1;
        return line.substring(0, from) + place.path() + line.substring(line.indexOf('"', from));
    }

    /// Programs run in a copy of their root, so a path is known by its end.
    private OutputLine.@Nullable CodePlace place(String line) {
        Matcher matcher = TRACE.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        String path = matcher.group(1).replace('\\', '/');
        return ownFiles.stream()
                .filter(own -> path.equals(own) || path.endsWith("/" + own))
                .max(java.util.Comparator.comparingInt(String::length))
                .map(own -> new OutputLine.CodePlace(own, Integer.parseInt(matcher.group(2))))
                .orElse(null);
    }
}
