package dev.pareto.ui.variants;

import static java.util.stream.Collectors.groupingBy;

import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.ui.control.ForestMark;
import dev.pareto.ui.control.Spread;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrialReport;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Orders the variants into rows. Only rows of one mode and measure stand together, because times
/// of different ones cannot be ranked against each other.
final class VariantRows {
    private final Snapshot snapshot;
    private final Variant pinned;
    private final @Nullable Running running;

    /// @param pinned id of the variant that the others are compared with
    VariantRows(Snapshot snapshot, String pinned, @Nullable Running running) {
        this.snapshot = snapshot;
        this.pinned = snapshot.variant(pinned).orElse(snapshot.baseline());
        this.running = running;
    }

    /// A trial under way, with its progress in a few words.
    record Running(String variant, String progress) {}

    /// How a trial was measured: what makes rows comparable.
    private record Kind(TrialResult.Mode mode, TrialResult.Measure measure) {
        static Kind of(TrialReport trial) {
            return new Kind(trial.result().mode(), trial.result().measure());
        }
    }

    List<VariantRow> all() {
        Map<Kind, List<TrialReport>> ranked =
                snapshot.trials().values().stream()
                        .filter(this::counts)
                        .collect(
                                groupingBy(
                                        Kind::of,
                                        LinkedHashMap::new,
                                        java.util.stream.Collectors.toList()));
        Optional<Kind> main =
                ranked.keySet().stream().max((a, b) -> weight(ranked, a) - weight(ranked, b));
        var rows = new ArrayList<VariantRow>();
        rows.add(reference(main.map(ranked::get).orElse(List.of())));
        var others = new LinkedHashMap<Kind, List<VariantRow>>();
        for (Variant variant : snapshot.variants()) {
            if (variant.id().equals(pinned.id())) {
                continue;
            }
            Optional<TrialReport> trial = snapshot.trial(variant.id());
            Optional<Kind> kind = trial.filter(this::counts).map(Kind::of);
            if (kind.isEmpty() || kind.equals(main)) {
                rows.add(entry(variant, trial));
            } else {
                others.computeIfAbsent(kind.get(), _ -> new ArrayList<>())
                        .add(entry(variant, trial));
            }
        }
        others.forEach(
                (kind, entries) -> {
                    rows.add(separator(kind, ranked.getOrDefault(kind, List.of())));
                    rows.addAll(entries);
                });
        return rows;
    }

    /// A trial whose times may be shown beside the others': against the pinned variant, with pairs,
    /// on the input and with the interpreter in use.
    private boolean counts(TrialReport trial) {
        return trial.reference().equals(pinned.id())
                && trial.input().equals(snapshot.input())
                && trial.otherInterpreter(snapshot.program()).isEmpty()
                && !trial.result().pairs().isEmpty();
    }

    private static int weight(Map<Kind, List<TrialReport>> ranked, Kind kind) {
        int size = ranked.getOrDefault(kind, List.of()).size();
        return 2 * size + (kind.measure() == TrialResult.Measure.CPU ? 1 : 0);
    }

    private VariantRow separator(Kind kind, List<TrialReport> trials) {
        String measure = Wording.measure(kind.measure());
        return new VariantRow.Separator(
                Messages.text(
                        kind.mode() == TrialResult.Mode.BRAID
                                ? "variants.separator.braid"
                                : "variants.separator.sequential",
                        measure,
                        pinned.name(),
                        Figures.time(Spread.of(baselines(trials)).median())));
    }

    private VariantRow.Entry reference(List<TrialReport> trials) {
        VariantRow.Time time = null;
        String peak = Wording.DASH;
        if (!trials.isEmpty()) {
            time = Wording.time(trials.getFirst().result().measure(), baselines(trials));
            peak = trials.getLast().result().memory().baseline().toString();
        }
        return new VariantRow.Entry(
                pinned.id(),
                pinned.name(),
                pinned.isBaseline() ? snapshot.program().label() : Wording.origin(pinned),
                true,
                time,
                null,
                "1×",
                "",
                ForestMark.REFERENCE,
                peak,
                null,
                new VariantRow.Checked(
                        VariantRow.Sameness.REFERENCE, Messages.text("variants.reference")),
                "");
    }

    private static double[] baselines(List<TrialReport> trials) {
        return trials.stream()
                .flatMap(t -> t.result().pairs().stream())
                .mapToDouble(Pair::baselineSeconds)
                .toArray();
    }

    private VariantRow.Entry entry(Variant variant, Optional<TrialReport> trial) {
        if (running != null && running.variant().equals(variant.id())) {
            return EntryBuilder.measuring(variant, running.progress());
        }
        return trial.map(t -> new EntryBuilder(snapshot, pinned, variant, t).entry())
                .orElseGet(() -> EntryBuilder.unmeasured(variant));
    }
}
