package dev.pareto.trial.output;

import dev.pareto.program.Output;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares outputs of two variants, pair after pair.
///
/// What may differ is learnt from the baseline alone, and only when a pair differs: the baseline is
/// run again with the same hash seed, quietly and with pauses. Tokens that change then are masked
/// if they are times, durations, rates, dates, addresses, process ids or temporary names; anything
/// else means that the output is random. What was learnt is kept for the pairs to come.
public final class Comparison {
    private final Sameness sameness;
    private final boolean anyOrder;
    private final Mask mask;

    public Comparison(Sameness sameness) {
        this.sameness = sameness;
        anyOrder = sameness instanceof Sameness.UnorderedLines;
        mask = new Mask(anyOrder);
    }

    /// Compares two runs with the same hash seed. The files of both must still be there.
    public Finding compare(Leftovers baseline, Leftovers candidate, Repeats repeats)
            throws InterruptedException {
        Output before = baseline.output();
        Output after = candidate.output();
        if (before.stdout().equals(after.stdout())
                && before.files().equals(after.files())
                && Ends.difference(before, after).isEmpty()) {
            return new Finding.Same();
        }
        List<String> names = Sheet.differing(before, after);
        List<Sheet> left = sheets(baseline, names);
        List<Sheet> right = sheets(candidate, names);
        Optional<Difference> found = difference(before, after, left, right);
        if (found.isEmpty()) {
            return new Finding.Same();
        }
        // Once for whether it changes at all, once more for what it is that changes.
        var runs = new ArrayList<>(List.of(new Repeated(baseline, left, false)));
        for (int round = 0; round < 2; round++) {
            for (boolean paused : new boolean[] {true, false}) {
                Optional<Leftovers> again = repeats.again(paused);
                if (again.isEmpty()) {
                    return new Finding.Unknown(found.get());
                }
                runs.add(new Repeated(again.get(), sheets(again.get(), names), paused));
            }
            Optional<String> reason = unsteadyEnd(runs);
            if (reason.isPresent()) {
                return random(reason.get());
            }
            if (names.stream()
                    .noneMatch(name -> learning(runs, names.indexOf(name)).isVolatile())) {
                return new Finding.Different(found.get());
            }
        }
        for (int i = 0; i < names.size(); i++) {
            Optional<String> reason = learning(runs, i).into(mask);
            if (reason.isPresent()) {
                return random(reason.get());
            }
        }
        return difference(before, after, left, right)
                .<Finding>map(Finding.Different::new)
                .orElse(new Finding.Same());
    }

    /// A run of the baseline with the texts that count here.
    private record Repeated(Leftovers left, List<Sheet> sheets, boolean paused) {}

    private static List<Sheet> sheets(Leftovers left, List<String> names) {
        return names.stream().map(name -> Sheet.of(left, name)).toList();
    }

    private Learning learning(List<Repeated> runs, int sheet) {
        return new Learning(
                runs.stream()
                        .map(
                                run ->
                                        new Repetition(
                                                run.sheets().get(sheet),
                                                run.left().pid(),
                                                run.left().wall().seconds(),
                                                run.paused()))
                        .toList(),
                anyOrder,
                Clock.systemUTC().millis() / 1e3);
    }

    private static Optional<String> unsteadyEnd(List<Repeated> runs) {
        Output first = runs.getFirst().left().output();
        return runs.stream()
                .flatMap(run -> Ends.difference(first, run.left().output()).stream())
                .findFirst()
                .map(
                        d ->
                                "its "
                                        + d.where()
                                        + " changes from run to run ("
                                        + d.baseline()
                                        + ", "
                                        + d.candidate()
                                        + ")");
    }

    private static Finding random(String reason) {
        return new Finding.Random(reason);
    }

    private Optional<Difference> difference(
            Output before, Output after, List<Sheet> left, List<Sheet> right) {
        Optional<Difference> found = Ends.difference(before, after);
        for (int i = 0; i < left.size() && found.isEmpty(); i++) {
            found = difference(left.get(i), right.get(i));
        }
        return found;
    }

    private Optional<Difference> difference(Sheet before, Sheet after) {
        if (before.hash().equals(after.hash())) {
            return Optional.empty();
        }
        List<String> left = mask.applied(before.name(), before.lines());
        List<String> right = mask.applied(after.name(), after.lines());
        if (before.name().equals(Sheet.FILES)) {
            return missing(left, right, "left", "not there")
                    .or(() -> missing(right, left, "not there", "left"));
        }
        Optional<Difference> found = Texts.difference(before.name(), left, right, sameness);
        return found.isPresent() || (before.isReadable() && after.isReadable())
                ? found
                : Optional.of(
                        new Difference(
                                before.name(), before.summary(), after.summary(), Reasons.NONE));
    }

    private static Optional<Difference> missing(
            List<String> files, List<String> others, String before, String after) {
        return files.stream()
                .filter(file -> !file.isEmpty() && !others.contains(file))
                .findFirst()
                .map(file -> new Difference("file " + file, before, after, Reasons.NONE));
    }

    /// What is masked until now, for people: "stdout, line 3: took ‹duration› s".
    public List<String> masked() {
        return mask.shown();
    }
}
