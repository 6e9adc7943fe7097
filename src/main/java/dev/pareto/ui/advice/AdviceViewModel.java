package dev.pareto.ui.advice;

import dev.pareto.advice.Advice;
import dev.pareto.advice.Suggestion;
import dev.pareto.program.Variant;
import dev.pareto.ui.control.OutlookWords;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.ImproveOutlook;
import dev.pareto.workbench.ImproveRules;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrackRecord;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The state of the advice panel. JavaFX thread.
public final class AdviceViewModel {
    private final ReadOnlyObjectWrapper<AdviceState> state =
            new ReadOnlyObjectWrapper<>(new AdviceState.NoProfile());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final StringProperty open = new SimpleStringProperty("");
    private final Set<String> dismissed = new HashSet<>();

    private Map<String, TrackRecord> records = Map.of();
    private @Nullable Snapshot snapshot;
    private String variant = Variant.BASELINE_ID;
    private AdviceState.@Nullable Looking looking;
    private AdviceState.@Nullable Failed failed;

    /// Shows the advice for a variant.
    ///
    /// @param held how well each rule's predictions have held so far, by the rule's id
    public void show(Snapshot shown, String ofVariant, Map<String, TrackRecord> held) {
        records = Map.copyOf(held);
        show(shown, ofVariant);
    }

    /// The same with what is known of the rules from before.
    void show(Snapshot shown, String ofVariant) {
        if (!ofVariant.equals(variant)) {
            failed = null;
        }
        snapshot = shown;
        variant = ofVariant;
        update();
    }

    /// The program runs with probes.
    ///
    /// @param phase in words; @param part done, 0 to 1, negative while unknown
    public void looking(String phase, double part) {
        looking = new AdviceState.Looking(phase, part);
        failed = null;
        update();
    }

    /// That run has ended; the next state comes with [#show].
    public void looked() {
        looking = null;
        update();
    }

    /// It did not work. Shown until the next attempt.
    public void failed(Problem problem) {
        looking = null;
        failed = new AdviceState.Failed(problem);
        update();
    }

    void dismiss(String suggestion) {
        dismissed.add(suggestion);
        update();
    }

    /// Shows again what was dismissed.
    void restore() {
        dismissed.clear();
        update();
    }

    private void update() {
        AdviceState next = next();
        state.set(next);
        List<AdviceCard> cards =
                next instanceof AdviceState.Found found
                        ? Stream.concat(found.cards().stream(), found.small().stream()).toList()
                        : List.of();
        count.set(cards.size());
        if (cards.stream().noneMatch(c -> c.id().equals(open.get()))) {
            open.set(
                    next instanceof AdviceState.Found found && !found.cards().isEmpty()
                            ? found.cards().getFirst().id()
                            : "");
        }
    }

    private AdviceState next() {
        if (looking != null) {
            return looking;
        }
        if (failed != null) {
            return failed;
        }
        var report = snapshot == null ? null : snapshot.profile(variant).orElse(null);
        if (snapshot == null || report == null) {
            return new AdviceState.NoProfile();
        }
        var advice = snapshot.adviceFor(variant).orElse(null);
        return advice == null ? new AdviceState.NotAsked() : found(snapshot, report, advice);
    }

    private AdviceState found(Snapshot of, ProfileReport report, Advice advice) {
        var kept = advice.suggestions().stream().filter(s -> !dismissed.contains(s.id())).toList();
        var cards = new AdviceCards(of, variant, report.profile(), records);
        return new AdviceState.Found(
                cards.of(kept.stream().filter(s -> !s.isSmall()).toList()),
                cards.of(kept.stream().filter(Suggestion::isSmall).toList()),
                advice.refused(),
                advice.suggestions().size() - kept.size(),
                ImproveOutlook.of(of, variant, ImproveRules.DEFAULT)
                        .filter(outlook -> outlook.suggestions() > 0)
                        .map(OutlookWords::brief)
                        .orElse(""),
                report.input().equals(of.input())
                        ? ""
                        : Messages.text("advice.stale", report.input().name()));
    }

    /// The suggestion whose card is open: what "apply" is about.
    public Optional<Suggestion> chosen() {
        return state.get() instanceof AdviceState.Found found
                ? Stream.concat(found.cards().stream(), found.small().stream())
                        .filter(c -> c.id().equals(open.get()))
                        .map(AdviceCard::suggestion)
                        .findFirst()
                : Optional.empty();
    }

    ReadOnlyObjectProperty<AdviceState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How many cards there are, small gains too.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// The id of the suggestion whose card is open; empty when all are folded.
    public StringProperty openProperty() {
        return open;
    }
}
