package dev.pareto.profile;

import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.Share;
import dev.pareto.quantity.WallTime;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What one instrumented or sampled run showed.
///
/// @param wall of the whole process; @param cpu of the whole process and its waited-for children
/// @param startup wall time before the program's first own frame
/// @param samples taken; @param dropped torn samples, not used
/// @param functions most expensive first; @param lines own-code lines, most expensive first
/// @param threads what each thread did, the main thread of the program first; empty for an engine
///   that does not tell
/// @param containers that local variables held at own lines, most often seen first; may be empty
/// @param overhead processor time that the engine itself used, in a mean run where there were
///   several; zero where unknown
/// @param complete false when the run was stopped before its end
/// @param notes what the reader must know: a fallback, a distortion, a repeated run
/// @param calls who called whom, of an engine that counts calls; else null
public record Profile(
        EngineKind engine,
        WallTime wall,
        CpuTime cpu,
        WallTime waiting,
        WallTime startup,
        long samples,
        long dropped,
        List<FunctionCost> functions,
        List<LineCost> lines,
        CallNode tree,
        MemoryTimeline memory,
        List<ThreadCost> threads,
        List<ContainerSeen> containers,
        CpuTime overhead,
        boolean complete,
        List<String> notes,
        @Nullable CallTable calls) {

    public Profile {
        functions = List.copyOf(functions);
        lines = List.copyOf(lines);
        threads = List.copyOf(threads);
        containers = List.copyOf(containers);
        notes = List.copyOf(notes);
    }

    /// The profile of an engine that counts no calls.
    public Profile(
            EngineKind engine,
            WallTime wall,
            CpuTime cpu,
            WallTime waiting,
            WallTime startup,
            long samples,
            long dropped,
            List<FunctionCost> functions,
            List<LineCost> lines,
            CallNode tree,
            MemoryTimeline memory,
            List<ThreadCost> threads,
            List<ContainerSeen> containers,
            CpuTime overhead,
            boolean complete,
            List<String> notes) {
        this(
                engine,
                wall,
                cpu,
                waiting,
                startup,
                samples,
                dropped,
                functions,
                lines,
                tree,
                memory,
                threads,
                containers,
                overhead,
                complete,
                notes,
                null);
    }

    /// The profile of an engine that tells nothing of threads, of containers and of itself.
    public Profile(
            EngineKind engine,
            WallTime wall,
            CpuTime cpu,
            WallTime waiting,
            WallTime startup,
            long samples,
            long dropped,
            List<FunctionCost> functions,
            List<LineCost> lines,
            CallNode tree,
            MemoryTimeline memory,
            boolean complete,
            List<String> notes) {
        this(
                engine,
                wall,
                cpu,
                waiting,
                startup,
                samples,
                dropped,
                functions,
                lines,
                tree,
                memory,
                List.of(),
                List.of(),
                CpuTime.ZERO,
                complete,
                notes);
    }

    /// The same with other notes.
    public Profile withNotes(List<String> others) {
        return with(others, calls);
    }

    /// The same with the table of its calls.
    public Profile withCalls(CallTable table) {
        return with(notes, table);
    }

    private Profile with(List<String> others, @Nullable CallTable table) {
        return new Profile(
                engine,
                wall,
                cpu,
                waiting,
                startup,
                samples,
                dropped,
                functions,
                lines,
                tree,
                memory,
                threads,
                containers,
                overhead,
                complete,
                others,
                table);
    }

    /// The part of the run's time that a line took itself, of the time of all samples and start-up.
    public Share share(LineCost line) {
        return Share.of(line.self().wall().seconds(), wall.seconds());
    }

    /// The engine's own processor time, as a part of the program's wall time; empty where the
    /// engine does not know it, as those that trace.
    public Optional<Share> overheadShare() {
        boolean known = overhead.seconds() > 0 && samples > 0;
        return known ? Optional.of(Share.of(overhead.seconds(), wall.seconds())) : Optional.empty();
    }

    /// What holds the program up; empty where the engine did not tell working from waiting.
    public Optional<Bound> bound() {
        return Bound.of(this);
    }

    /// What has changed since another profile.
    public ProfileDifference since(Profile before) {
        return ProfileDifference.of(before, this);
    }

    public Optional<LineCost> line(String path, int line) {
        return lines.stream()
                .filter(l -> l.line() == line && l.file().path().equals(path))
                .findFirst();
    }

    /// Who calls a function, and what it calls, from the call tree.
    public Neighbours neighbours(FunctionCost function) {
        return Neighbours.of(tree, function.name(), function.file(), function.line());
    }

    /// The fewest own lines that together take the given part of all own lines' time, most
    /// expensive first.
    public List<LineCost> hotspots(Share part) {
        double all = lines.stream().mapToDouble(l -> l.self().wall().seconds()).sum();
        double left = part.fraction() * all;
        var sorted =
                lines.stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (LineCost l) -> l.self().wall().seconds())
                                        .reversed())
                        .toList();
        int count = 0;
        while (count < sorted.size() && left > 1e-12) {
            left -= sorted.get(count++).self().wall().seconds();
        }
        return sorted.subList(0, count);
    }
}
