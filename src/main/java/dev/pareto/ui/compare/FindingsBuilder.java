package dev.pareto.ui.compare;

import dev.pareto.profile.Profile;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.FileComparison;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.TrialReport;

import java.util.List;
import java.util.Optional;

/// Gathers what is known of two variants for the cards.
final class FindingsBuilder {
    private final Compared compared;
    private final List<FileComparison> files;

    FindingsBuilder(Compared compared, List<FileComparison> files) {
        this.compared = compared;
        this.files = files;
    }

    Findings findings() {
        if (compared.isOneVariant()) {
            return Findings.NONE;
        }
        Optional<Profile> before = profile(compared.reference().id());
        Optional<Profile> after = profile(compared.candidate().id());
        List<SavingRow> savings = List.of();
        String note = savingNote(before, after);
        String unprofiled =
                before.isEmpty()
                        ? compared.reference().id()
                        : after.isEmpty() ? compared.candidate().id() : "";
        if (note.isEmpty()) {
            savings = new SavingRows(before.orElseThrow(), after.orElseThrow(), files).rows();
        }
        Optional<TrialReport> trial = compared.trial();
        if (trial.isEmpty()) {
            return new Findings(
                    null,
                    savings,
                    note,
                    unprofiled,
                    List.of(),
                    "",
                    null,
                    null,
                    null,
                    null,
                    List.of());
        }
        TrialReport known = trial.get();
        var overview = new Overview(compared, known);
        var facts = new FactsBuilder(compared, known);
        List<ForestRow> forest = overview.forest();
        int leftOut = overview.leftOut(forest);
        return new Findings(
                known.result().pairs().isEmpty() ? null : Runs.of(compared, known.result()),
                savings,
                note,
                unprofiled,
                forest,
                leftOut == 0 ? "" : Messages.counted("compare.forest.left-out", leftOut),
                overview.prediction().orElse(null),
                facts.output(),
                facts.memory(),
                facts.environment(),
                known.result().notes());
    }

    private Optional<Profile> profile(String variant) {
        return compared.snapshot().profile(variant).map(ProfileReport::profile);
    }

    /// Why the two profiles cannot be set against each other; empty where they can.
    private String savingNote(Optional<Profile> before, Optional<Profile> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Messages.text(
                    "compare.saving.missing",
                    Compared.letter(
                            before.isEmpty() ? compared.reference() : compared.candidate()));
        }
        if (before.get().engine().traced() || after.get().engine().traced()) {
            return Messages.text("compare.saving.traced");
        }
        return before.get().complete() && after.get().complete()
                ? ""
                : Messages.text("compare.saving.incomplete");
    }
}
