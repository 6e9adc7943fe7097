package dev.pareto.trial.output;

import dev.pareto.trial.output.Template.Slot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Finds the tokens of one text that change between runs of the baseline with equal hash seed.
final class Learning {
    private final List<Repetition> runs;
    private final boolean anyOrder;
    private final double nowSeconds;

    /// @param runs of the same text; the first is that of the pair itself
    /// @param anyOrder lines have no place
    Learning(List<Repetition> runs, boolean anyOrder, double nowSeconds) {
        this.runs = runs;
        this.anyOrder = anyOrder;
        this.nowSeconds = nowSeconds;
    }

    boolean isVolatile() {
        return runs.stream().map(run -> run.sheet().hash()).distinct().count() > 1;
    }

    /// Adds what changes to the mask.
    ///
    /// @return why these outputs cannot be compared; empty when all that changes is of a known
    ///   class
    Optional<String> into(Mask mask) {
        String name = runs.getFirst().sheet().name();
        if (!runs.stream().allMatch(run -> run.sheet().isReadable())) {
            return Optional.of(name + " is not text");
        }
        List<List<String>> texts = runs.stream().map(run -> ordered(run.sheet().lines())).toList();
        int size = texts.getFirst().size();
        if (!texts.stream().allMatch(text -> text.size() == size)) {
            return Optional.of(name + " has a different number of lines from run to run");
        }
        for (int i = 0; i < size; i++) {
            int line = i;
            List<String> versions = texts.stream().map(text -> text.get(line)).toList();
            if (new HashSet<>(versions).size() > 1) {
                Optional<Template> template = template(versions);
                if (template.isEmpty()) {
                    return Optional.of(chance(name, line, texts, versions));
                }
                mask.add(name, line, template.get());
            }
        }
        return Optional.empty();
    }

    private Optional<Template> template(List<String> versions) {
        List<List<Token>> lines = versions.stream().map(Token::visible).toList();
        int size = lines.getFirst().size();
        if (!lines.stream().allMatch(line -> line.size() == size)) {
            return Optional.empty();
        }
        var classifier = new Classifier(runs, lines, nowSeconds);
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < size; i++) {
            int at = i;
            Token first = lines.getFirst().get(at);
            if (lines.stream().allMatch(line -> line.get(at).equals(first))) {
                boolean unit =
                        Words.isTimeUnit(first.text())
                                && !slots.isEmpty()
                                && slots.getLast().equals(new Slot.Masked(Volatile.DURATION));
                slots.add(unit ? new Slot.Masked(Volatile.UNIT) : new Slot.Fixed(first));
            } else {
                Optional<Volatile> what = classifier.what(at);
                if (what.isEmpty()) {
                    return Optional.empty();
                }
                slots.add(new Slot.Masked(what.get()));
            }
        }
        return Optional.of(new Template(slots));
    }

    private String chance(String name, int line, List<List<String>> texts, List<String> versions) {
        boolean sameLines =
                texts.stream().map(text -> text.stream().sorted().toList()).distinct().count() == 1;
        return sameLines
                ? name + " has its lines in another order from run to run"
                : name
                        + ", line "
                        + (line + 1)
                        + " changes from run to run (“"
                        + versions.getFirst()
                        + "”, “"
                        + versions.stream()
                                .filter(v -> !v.equals(versions.getFirst()))
                                .findFirst()
                                .orElse("")
                        + "”)";
    }

    /// Where lines have no place, those of several runs are matched by what they have beside
    /// numbers.
    private List<String> ordered(List<String> lines) {
        return anyOrder
                ? lines.stream()
                        .sorted(
                                Comparator.comparing(
                                                (String line) -> line.replaceAll("[0-9]+", "#"))
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList()
                : lines;
    }
}
