package dev.pareto.ui.improve;

import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.OutlookWords;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.ImproveOutlook;
import dev.pareto.workbench.ImproveProgress;
import dev.pareto.workbench.ImproveRules;
import dev.pareto.workbench.Improvement;
import dev.pareto.workbench.Snapshot;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The state of the screen for improving. JavaFX thread.
public final class ImproveViewModel {
    /// What the budget can be set to.
    static final List<WallTime> BUDGETS =
            List.of(new WallTime(60), ImproveRules.DEFAULT.budget(), new WallTime(300));

    private final ReadOnlyObjectWrapper<ImproveState> state =
            new ReadOnlyObjectWrapper<>(new ImproveState.Ready("", "", "", List.of(), false));
    private final ObjectProperty<WallTime> budget =
            new SimpleObjectProperty<>(ImproveRules.DEFAULT.budget());

    private @Nullable Snapshot snapshot;
    private String variant = "";
    private ImproveState.@Nullable Running running;
    private ImproveState.@Nullable Done done;

    public ImproveViewModel() {
        budget.subscribe(_ -> update());
    }

    /// Another program was opened: what came of the one before is not shown any more.
    public void clear() {
        running = null;
        done = null;
        snapshot = null;
        update();
    }

    /// Shows what can be tried for a variant, where nothing was tried yet.
    public void show(Snapshot shown, String ofVariant) {
        snapshot = shown;
        variant = ofVariant;
        update();
    }

    /// It has begun, or is further now.
    ///
    /// @param now null before the first word
    public void running(ImproveProgress.@Nullable Now now, WallTime elapsed, WallTime most) {
        running =
                new ImproveState.Running(
                        now == null ? Messages.text("improve.begins") : phase(now),
                        now == null ? "" : detail(now),
                        Math.clamp(elapsed.seconds() / most.seconds(), 0, 1),
                        Messages.text(
                                "improve.time",
                                Math.round(elapsed.seconds()),
                                Math.round(most.seconds())),
                        now == null ? List.of() : Ladder.of(now.steps()));
        done = null;
        update();
    }

    /// It has ended.
    public void done(Improvement improvement) {
        running = null;
        done = new DoneBuilder(improvement).done();
        update();
    }

    /// It could not be done; the problem is shown elsewhere.
    public void failed() {
        running = null;
        update();
    }

    /// Turns from what came of it back to what can be tried.
    void again() {
        done = null;
        update();
    }

    private void update() {
        state.set(running != null ? running : done != null ? done : ready());
    }

    private ImproveState.Ready ready() {
        Optional<ImproveOutlook> outlook =
                Optional.ofNullable(snapshot).flatMap(s -> ImproveOutlook.of(s, variant, rules()));
        String most = Figures.count(Math.round(budget.get().seconds()));
        if (outlook.isEmpty()) {
            return new ImproveState.Ready(
                    Messages.text("improve.ready.title"),
                    Messages.text("improve.ready.unknown"),
                    Messages.text("improve.cost.unknown", most),
                    List.of(),
                    snapshot != null);
        }
        ImproveOutlook known = outlook.get();
        if (known.suggestions() == 0) {
            return new ImproveState.Ready(
                    Messages.text("improve.nothing"),
                    Messages.text("improve.ready.nothing"),
                    "",
                    List.of(),
                    false);
        }
        return new ImproveState.Ready(
                Messages.text("improve.ready.title"),
                Messages.counted("improve.ready", known.suggestions()),
                OutlookWords.whole(known),
                plan(),
                true);
    }

    private List<ImproveState.Attempt> plan() {
        return snapshot == null
                ? List.of()
                : snapshot.adviceFor(variant).stream()
                        .flatMap(advice -> advice.suggestions().stream())
                        .map(
                                s ->
                                        new ImproveState.Attempt(
                                                s.title(),
                                                Messages.text("improve.where", s.file(), s.line()),
                                                Messages.text(
                                                        "improve.predicted", Ladder.predicted(s))))
                        .toList();
    }

    private static String phase(ImproveProgress.Now now) {
        String key = "improve.phase." + now.phase().name().toLowerCase(Locale.ROOT);
        var suggestion = now.suggestion();
        return suggestion == null
                ? Messages.text(key)
                : Messages.text(key, suggestion.title(), suggestion.file(), suggestion.line());
    }

    private static String detail(ImproveProgress.Now now) {
        TrialResult trial = now.trial();
        if (trial == null || trial.pairs().isEmpty()) {
            return "";
        }
        String pairs = Messages.counted("compare.pairs", trial.pairs().size());
        return estimate(trial.verdict())
                .map(e -> pairs + ", " + Messages.text("measuring.so-far", e.ratio()))
                .orElse(pairs);
    }

    private static Optional<Verdict.Estimate> estimate(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster(var e) -> Optional.of(e);
            case Verdict.Slower(var e) -> Optional.of(e);
            case Verdict.NoDifference(var e, _) -> Optional.of(e);
            case Verdict.Undecided(var e, _) -> Optional.of(e);
            case Verdict.OutputChanged _, Verdict.Failed _ -> Optional.empty();
        };
    }

    /// How far it may go, as it is set on the screen.
    public ImproveRules rules() {
        return ImproveRules.DEFAULT.within(budget.get());
    }

    ObjectProperty<WallTime> budgetProperty() {
        return budget;
    }

    ReadOnlyObjectProperty<ImproveState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
