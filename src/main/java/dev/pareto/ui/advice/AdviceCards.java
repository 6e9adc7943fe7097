package dev.pareto.ui.advice;

import dev.pareto.advice.Suggestion;
import dev.pareto.profile.Profile;
import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Ratio;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.RatioScale;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrackRecord;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Makes the cards of one variant's advice.
final class AdviceCards {
    /// Below this part of waiting, what is saved is processor time.
    private static final double CPU_BOUND = 0.05;

    private final Snapshot state;
    private final String variant;
    private final Profile profile;
    private final Map<String, TrackRecord> records;
    private final RatioScale.@Nullable Best best;

    AdviceCards(Snapshot state, String variant, Profile profile, Map<String, TrackRecord> records) {
        this.records = records;
        this.state = state;
        this.variant = variant;
        this.profile = profile;
        best =
                state.variants().stream()
                        .flatMap(v -> gain(v).map(r -> new RatioScale.Best(v.id(), r)).stream())
                        .max(Comparator.comparing(RatioScale.Best::ratio))
                        .orElse(null);
    }

    /// All cards, by seconds saved.
    List<AdviceCard> of(List<Suggestion> suggestions) {
        return suggestions.stream()
                .sorted(Comparator.comparing(Suggestion::saves).reversed())
                .map(this::card)
                .toList();
    }

    private AdviceCard card(Suggestion suggestion) {
        boolean waits = profile.waiting().seconds() >= CPU_BOUND * profile.wall().seconds();
        double all = waits ? profile.wall().seconds() : profile.cpu().seconds();
        return new AdviceCard(
                suggestion,
                where(suggestion),
                predicted(suggestion),
                SentencePart.of(suggestion.sentence(), words(suggestion.evidence())),
                saved(all, suggestion),
                Figures.time(all) + " " + Messages.text(waits ? "measure.wall" : "measure.cpu"),
                best,
                measured(suggestion),
                records.getOrDefault(suggestion.rule(), TrackRecord.NONE));
    }

    private static List<String> words(Map<String, Object> evidence) {
        return evidence.values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private String where(Suggestion suggestion) {
        boolean entry =
                !state.files().isEmpty() && suggestion.file().equals(state.files().getFirst());
        return entry
                ? Messages.text("advice.where", suggestion.line())
                : Messages.text("advice.where.file", suggestion.file(), suggestion.line());
    }

    private static String predicted(Suggestion suggestion) {
        return suggestion.memory() == null
                ? suggestion.predicted().toString()
                : suggestion.memory().shown();
    }

    /// From the predicted ratios r of the whole: T · (1 − 1/r).
    private static String saved(double all, Suggestion suggestion) {
        String low = Figures.time(all * (1 - 1 / suggestion.predicted().low().value()));
        String high = Figures.time(all * (1 - 1 / suggestion.predicted().high().value()));
        String unit = high.substring(high.lastIndexOf(' '));
        if (low.equals(high)) {
            return high;
        }
        return low.endsWith(unit)
                ? low.substring(0, low.length() - unit.length()) + "–" + high
                : low + "–" + high;
    }

    /// "D: 4.55×" for the newest measured variant that holds just this suggestion's changes.
    private String measured(Suggestion suggestion) {
        return state.variants().reversed().stream()
                .filter(v -> variant.equals(v.parent()) && holds(v, suggestion))
                .flatMap(v -> gain(v).map(r -> v.id() + ": " + r).stream())
                .findFirst()
                .orElse("");
    }

    private static boolean holds(Variant variant, Suggestion suggestion) {
        return suggestion.changes().entrySet().stream()
                .allMatch(c -> Objects.equals(variant.changes().get(c.getKey()), c.getValue()));
    }

    /// The measured gain over the shown variant, on the input in use, where it is a claim.
    private Optional<Ratio> gain(Variant candidate) {
        return state.trial(candidate.id())
                .filter(t -> t.reference().equals(variant) && t.input().equals(state.input()))
                .map(t -> t.result().verdict())
                .flatMap(
                        v ->
                                v instanceof Verdict.Faster(Verdict.Estimate estimate)
                                        ? Optional.of(estimate.ratio())
                                        : Optional.empty());
    }
}
