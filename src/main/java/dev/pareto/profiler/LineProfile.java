package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Frame;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.python.Ended;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A profile from the record of `lines.py`. It knows hits, and the time or the memory of each line;
/// a line's time includes what it calls, as line_profiler has it, so lines do not add up.
final class LineProfile {
    private record Line(CodeFile file, int line) {}

    private final EngineKind kind;
    private final JsonNode record;
    private final Ended ended;
    private final Map<Line, LineCost> lines = new HashMap<>();

    LineProfile(EngineKind kind, JsonNode record, CodeFiles files, Ended ended) {
        this.kind = kind;
        this.record = record;
        this.ended = ended;
        for (JsonNode function : record.path("functions")) {
            CodeFile file = files.of(function.path(0).asText());
            for (JsonNode row : function.path(3)) {
                // Two functions may share a line.
                LineCost line = line(file, row);
                lines.merge(new Line(file, line.line()), line, LineProfile::sum);
            }
        }
    }

    private LineCost line(CodeFile file, JsonNode row) {
        boolean timed = kind == EngineKind.LINE_PROFILER;
        Cost cost = timed ? wall(row.path(2).asDouble()) : Cost.ZERO;
        return new LineCost(
                file,
                row.path(0).asInt(),
                cost,
                cost,
                timed ? Bytes.ZERO : new Bytes(row.path(2).asLong()),
                timed ? Bytes.ZERO : new Bytes(row.path(3).asLong()),
                OptionalLong.of(row.path(1).asLong()));
    }

    private static LineCost sum(LineCost a, LineCost b) {
        return new LineCost(
                a.file(),
                a.line(),
                a.self().plus(b.self()),
                a.total().plus(b.total()),
                a.rssUp().plus(b.rssUp()),
                a.rssDown().plus(b.rssDown()),
                OptionalLong.of(a.hits().orElse(0) + b.hits().orElse(0)));
    }

    Profile profile() {
        return new Profile(
                kind,
                ended.usage().wall(),
                ended.usage().cpu(),
                WallTime.ZERO,
                WallTime.ZERO,
                0,
                0,
                List.of(),
                lines.values().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (LineCost l) -> -l.self().wall().seconds())
                                        .thenComparing(LineCost::rssUp, Comparator.reverseOrder())
                                        .thenComparing(l -> l.file().path())
                                        .thenComparingInt(LineCost::line))
                        .toList(),
                root(ended),
                new MemoryTimeline(ended.usage().peakMemory(), List.of()),
                record.path("last").asBoolean() && ended instanceof Ended.Finished,
                notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        String tool = record.path("tool").asText();
        boolean timed = kind == EngineKind.LINE_PROFILER;
        if (record.isMissingNode()) {
            notes.add("The program ended before anything could be written down.");
            return notes;
        }
        if (tool.isEmpty()) {
            notes.add(
                    ("This is a stand-in for %s, which is not installed: it counts in the same way."
                                    + " For the real one: pareto env create.")
                            .formatted(kind.id()));
        }
        notes.add(
                timed
                        ? "Traced by "
                                + (tool.isEmpty() ? "the stand-in" : tool)
                                + ": shares are distorted, and a line's time includes what it"
                                + " calls."
                        : "Read after each line by "
                                + (tool.isEmpty() ? "the stand-in" : tool)
                                + ": resident memory of the whole process, and no times.");
        int picked = record.path("picked").asInt();
        if (picked > 0) {
            int found = record.path("found").asInt();
            notes.add(
                    found == picked
                            ? "Only the functions that were picked were looked at."
                            : "Of the %d functions that were picked, %d came to be looked at: the others were not loaded."
                                    .formatted(picked, found));
            return last(notes);
        }
        notes.add(
                record.path("marked").asBoolean()
                        ? "Only functions marked with @profile were looked at."
                        : "All functions of own files were looked at, since none is marked with"
                                + " @profile.");
        return last(notes);
    }

    private List<String> last(List<String> notes) {
        notes.addAll(ToolRecords.displaced(record));
        if (!record.path("last").asBoolean()) {
            notes.add("The program was ended: this is what was known up to a second before.");
        }
        return notes;
    }

    /// A tree of the program alone, for engines that know no callers.
    static CallNode root(Ended ended) {
        var frame = new Frame("program", new CodeFile("", CodeFile.Owner.OWN), 0, 0);
        Cost all = wall(ended.usage().wall().seconds());
        return new CallNode(frame, all, all, List.of());
    }

    private static Cost wall(double seconds) {
        return new Cost(new WallTime(seconds), CpuTime.ZERO, WallTime.ZERO, WallTime.ZERO, 0);
    }
}
