package dev.pareto.trial.output;

import dev.pareto.program.Output;

import java.util.Optional;
import java.util.TreeSet;

/// Compares outputs of two variants, pair after pair.
public final class Comparison {
    private final Sameness sameness;

    public Comparison(Sameness sameness) {
        this.sameness = sameness;
    }

    /// The first difference between two runs with the same hash seed; empty when they are the same.
    /// The files of both must still be there.
    public Optional<Difference> first(Leftovers baseline, Leftovers candidate) {
        Output before = baseline.output();
        Output after = candidate.output();
        return Ends.difference(before, after)
                .or(() -> text(Sheet.stdout(before), Sheet.stdout(after)))
                .or(() -> files(baseline, candidate));
    }

    private Optional<Difference> files(Leftovers baseline, Leftovers candidate) {
        var before = baseline.output().files();
        var after = candidate.output().files();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!before.containsKey(name)) {
                return Optional.of(new Difference("file " + name, "not there", "left", ""));
            }
            if (!after.containsKey(name)) {
                return Optional.of(new Difference("file " + name, "left", "not there", ""));
            }
            if (!before.get(name).equals(after.get(name))) {
                var found = text(Sheet.file(baseline, name), Sheet.file(candidate, name));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> text(Sheet before, Sheet after) {
        if (before.hash().equals(after.hash())) {
            return Optional.empty();
        }
        if (before.isReadable() && after.isReadable()) {
            return Texts.difference(before.name(), before.lines(), after.lines(), sameness);
        }
        var found = Texts.difference(before.name(), before.lines(), after.lines(), sameness);
        return found.isPresent()
                ? found
                : Optional.of(
                        new Difference(
                                before.name(), before.summary(), after.summary(), Reasons.NONE));
    }
}
