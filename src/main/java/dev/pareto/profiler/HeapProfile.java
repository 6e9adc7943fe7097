package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.python.Ended;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.WallTime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// A profile from the record of `heap.py`: what a line's objects took at the peak is gained, and
/// what of it was gone at the end is given back; so the difference is what they grew to.
final class HeapProfile {
    /// What the objects of one line took.
    private record Line(CodeFile file, int line, Size peak, Size end) {
        Bytes up() {
            return peak.bytes.compareTo(end.bytes) > 0 ? peak.bytes : end.bytes;
        }

        Bytes down() {
            return new Bytes(up().count() - end.bytes.count());
        }
    }

    /// @param blocks how many pieces of memory
    private record Size(Bytes bytes, long blocks) {
        static Size of(JsonNode bytes, JsonNode blocks) {
            return new Size(new Bytes(bytes.asLong()), blocks.asLong());
        }
    }

    private final JsonNode record;
    private final Ended ended;
    private final List<Line> lines = new ArrayList<>();

    HeapProfile(JsonNode record, CodeFiles files, Ended ended) {
        this.record = record;
        this.ended = ended;
        for (JsonNode row : record.path("lines")) {
            lines.add(
                    new Line(
                            files.of(row.path(0).asText()),
                            row.path(1).asInt(),
                            Size.of(row.path(2), row.path(3)),
                            Size.of(row.path(4), row.path(5))));
        }
        lines.sort(Comparator.comparing(Line::up).reversed());
    }

    Profile profile() {
        return new Profile(
                EngineKind.TRACEMALLOC,
                ended.usage().wall(),
                ended.usage().cpu(),
                WallTime.ZERO,
                WallTime.ZERO,
                0,
                0,
                List.of(),
                lines.stream()
                        .map(
                                l ->
                                        new LineCost(
                                                l.file,
                                                l.line,
                                                Cost.ZERO,
                                                Cost.ZERO,
                                                l.up(),
                                                l.down(),
                                                OptionalLong.empty()))
                        .toList(),
                LineProfile.root(ended),
                new MemoryTimeline(ended.usage().peakMemory(), List.of()),
                record.path("last").asBoolean() && ended instanceof Ended.Finished,
                notes());
    }

    private List<String> notes() {
        if (record.isMissingNode()) {
            return List.of("The program ended before anything could be written down.");
        }
        List<String> notes = new ArrayList<>();
        notes.add(
                ("Python's objects took %s at the peak and %s at the end; the lines are those of a"
                                + " snapshot at %s.")
                        .formatted(bytes("peak"), bytes("left"), bytes("seen")));
        notes.add(
                "%s of that snapshot were made by no own line. The peak of the process includes"
                                .formatted(bytes("elsewhere"))
                        + " tracemalloc's own book.");
        if (!record.path("tracing").asBoolean()) {
            notes.add("The program switched tracemalloc off: what came later is not counted.");
        }
        if (!record.path("last").asBoolean()) {
            notes.add("The program was ended: this is what was known at the last snapshot.");
        }
        return notes;
    }

    private Bytes bytes(String field) {
        return new Bytes(record.path(field).asLong());
    }

    /// The lines as text.
    String table() {
        String row = "%12s %9s %12s %9s  %s%n";
        var text = new StringBuilder();
        notes().forEach(note -> text.append(note).append(System.lineSeparator()));
        text.append(System.lineSeparator());
        text.append(row.formatted("At the peak", "Blocks", "At the end", "Blocks", "Line"));
        for (Line line : lines) {
            text.append(
                    row.formatted(
                            line.peak.bytes,
                            line.peak.blocks,
                            line.end.bytes,
                            line.end.blocks,
                            line.file.path() + ":" + line.line));
        }
        return text.toString();
    }
}
