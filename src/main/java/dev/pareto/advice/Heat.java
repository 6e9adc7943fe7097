package dev.pareto.advice;

import dev.pareto.advice.rule.Finding;
import dev.pareto.profile.Cost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.Share;
import dev.pareto.quantity.WallTime;
import dev.pareto.source.SourceText;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How much of a profiled run's time lies where.
final class Heat {
    private record Place(String path, int line) {}

    private static final NavigableSet<Integer> NONE = new TreeSet<>();

    private static final double MOST_WAITING = 0.1;

    private final Profile profile;

    /// Then processor time tells best, since other programs do not disturb it; one that waits
    /// spends its time otherwise.
    private final boolean computes;

    private final Map<Place, LineCost> lines = new HashMap<>();
    private final Map<String, NavigableSet<Integer>> timed = new HashMap<>();

    Heat(Profile profile) {
        this.profile = profile;
        computes =
                profile.waiting().seconds() <= MOST_WAITING * profile.wall().seconds()
                        && profile.lines().stream()
                                .anyMatch(line -> line.self().cpu().seconds() > 0);
        profile.lines().stream()
                .filter(line -> line.file().isOwn())
                .forEach(
                        line -> {
                            String path = line.file().path();
                            lines.put(new Place(path, line.line()), line);
                            timed.computeIfAbsent(path, _ -> new TreeSet<>()).add(line.line());
                        });
    }

    /// Whether any line of a node took time.
    boolean touches(Node node, SourceText source) {
        Integer line = timed.getOrDefault(source.path(), NONE).ceiling(node.line());
        return line != null && line <= source.lineOf(node.span().end());
    }

    /// Whether the program waits, perhaps in coroutines: then their lines took no time.
    boolean waits() {
        return !computes && profile.waiting().seconds() > 0;
    }

    WallTime run() {
        return profile.wall();
    }

    /// The time of a finding's lines, by the clock that the shares are of.
    double seconds(Case found) {
        return found.isAwaited()
                ? awaited()
                : ofFunction(found).orElseGet(() -> sum(found, clock(found.finding().time())));
    }

    private double awaited() {
        return computes ? 0 : profile.waiting().seconds();
    }

    /// The time of a whole function with its calls: the sum of its lines would count recursion
    /// several times.
    private Optional<Double> ofFunction(Case found) {
        if (found.finding().time() != Finding.Time.WITH_CALLS
                || !(found.finding().places().getFirst() instanceof FunctionDef function)) {
            return Optional.empty();
        }
        return profile.functions().stream()
                .filter(it -> it.file().isOwn() && it.file().path().equals(found.code().path()))
                .filter(it -> it.line() == function.line())
                .map(it -> seconds().applyAsDouble(it.total()))
                .findFirst();
    }

    /// The part of a finding's clock time in which its lines were blocked.
    double waiting(Case found) {
        if (found.isAwaited()) {
            return 1;
        }
        boolean own = found.finding().time() != Finding.Time.WITH_CALLS;
        double wall = sum(found, it -> (own ? it.self() : it.total()).wall().seconds());
        double waiting = sum(found, it -> (own ? it.self() : it.total()).waiting().seconds());
        return wall > 0 ? waiting / wall : 0;
    }

    /// The memory that a finding's lines gained, at most the peak.
    Bytes memory(Case found) {
        long gained =
                lines(found).stream()
                        .map(line -> lines.get(new Place(found.code().path(), line)))
                        .filter(Objects::nonNull)
                        .mapToLong(it -> it.rssUp().count())
                        .sum();
        return new Bytes(Math.min(gained, peak().count()));
    }

    Bytes peak() {
        return profile.memory().peak();
    }

    Share share(Case found) {
        if (found.isAboutMemory()) {
            return Share.of((double) memory(found).count(), (double) peak().count());
        }
        double all = computes ? computed() : profile.wall().seconds();
        return Share.of(Math.min(seconds(found), all), all);
    }

    /// The processor time that shares are of. What a sampler gives to lines may add up to more than
    /// the process used, on a busy machine; then a share of the process's own would be too large,
    /// and the limit (1 / (1 − share)) without end. Start-up is none of the lines': it is counted
    /// at the rate at which the rest of the run had a processor.
    private double computed() {
        Cost sampled = profile.tree().total();
        double own = profile.cpu().seconds();
        if (sampled.wall().seconds() <= 0) {
            return own;
        }
        double cpu = sampled.cpu().seconds();
        double rate = Math.min(1, cpu / sampled.wall().seconds());
        return Math.max(own, cpu + rate * profile.startup().seconds());
    }

    /// How much a share may be off, since samples are few: two standard errors of a proportion,
    /// √(p(1 − p) / n). Engines that count are exact in this.
    double doubt(Share share) {
        double p = share.fraction();
        return profile.samples() == 0 ? 0 : 2 * Math.sqrt(p * (1 - p) / profile.samples());
    }

    /// The line of a finding that took most.
    int hottestLine(Case found) {
        ToDoubleFunction<LineCost> clock = clock(found.finding().time());
        return lines(found).stream()
                .max(
                        Comparator.comparingDouble(
                                (Integer line) -> {
                                    LineCost cost = lines.get(new Place(found.code().path(), line));
                                    return cost == null ? 0 : clock.applyAsDouble(cost);
                                }))
                .orElse(1);
    }

    /// "Line 9 took about 91.3 % of the CPU time."
    String sentence(Case found) {
        // Lines that took nothing are no news.
        List<Integer> all = List.copyOf(lines(found));
        List<Integer> timed =
                all.stream()
                        .filter(line -> lines.containsKey(new Place(found.code().path(), line)))
                        .toList();
        List<Integer> hot = timed.isEmpty() ? all : timed;
        String which =
                hot.size() == 1
                        ? "Line " + hot.getFirst()
                        : hot.size() == 2
                                ? "Lines %d and %d".formatted(hot.getFirst(), hot.getLast())
                                : "%d lines from %d to %d"
                                        .formatted(hot.size(), hot.getFirst(), hot.getLast());
        if (found.isAboutMemory()) {
            return "%s gained about %s, %s of the peak memory."
                    .formatted(which, memory(found), share(found));
        }
        if (found.isAwaited()) {
            return "The program waited about %s of the time.".formatted(share(found));
        }
        return "%s took about %s of the %s."
                .formatted(which, share(found), computes ? "CPU time" : "time");
    }

    private ToDoubleFunction<LineCost> clock(Finding.Time time) {
        return switch (time) {
            case OWN, MEMORY, AWAITED -> line -> seconds().applyAsDouble(line.self());
            case WITH_CALLS -> line -> seconds().applyAsDouble(line.total());
        };
    }

    private ToDoubleFunction<Cost> seconds() {
        return computes ? cost -> cost.cpu().seconds() : cost -> cost.wall().seconds();
    }

    private double sum(Case found, ToDoubleFunction<LineCost> time) {
        return lines(found).stream()
                .map(line -> lines.get(new Place(found.code().path(), line)))
                .filter(Objects::nonNull)
                .mapToDouble(time)
                .sum();
    }

    private static SortedSet<Integer> lines(Case found) {
        SourceText source = found.code().source();
        return found.finding().places().stream()
                .flatMap(place -> lines(place, source).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Integer> lines(Node place, SourceText source) {
        int last = source.lineOf(place.span().end());
        return IntStream.rangeClosed(place.line(), last).boxed().toList();
    }
}
