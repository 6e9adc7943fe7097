package dev.pareto.ui.compare;

import dev.pareto.profile.Profile;
import dev.pareto.program.Variant;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.InputWords;
import dev.pareto.workbench.FileComparison;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Snapshot;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The state of the comparison of two variants. JavaFX thread.
public final class CompareViewModel {
    private final ObservableList<VariantChoice> variants = FXCollections.observableArrayList();
    private final ObservableList<String> files = FXCollections.observableArrayList();
    private final ObservableList<SourceRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper program = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper input = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Headline> headline =
            new ReadOnlyObjectWrapper<>(Headline.EMPTY);
    private final ReadOnlyObjectWrapper<Findings> findings =
            new ReadOnlyObjectWrapper<>(Findings.NONE);
    private final ReadOnlyObjectWrapper<@Nullable GrowthCurves> growth =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper growing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper measured = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper keepable = new ReadOnlyBooleanWrapper();

    private @Nullable Compared compared;
    private VariantTexts texts = (_, _) -> "";
    private List<FileComparison> comparisons = List.of();
    private final Set<Integer> unfolded = new HashSet<>();

    /// Shows two variants of a program. Unknown ids stand for the baseline.
    ///
    /// @param sources asked at once, for the files that one of the two changes
    public void show(
            Snapshot snapshot, String referenceId, String candidateId, VariantTexts sources) {
        boolean other =
                compared == null
                        || !compared.reference().id().equals(referenceId)
                        || !compared.candidate().id().equals(candidateId);
        texts = sources;
        var fresh =
                new Compared(
                        snapshot, variant(snapshot, referenceId), variant(snapshot, candidateId));
        compared = fresh;
        variants.setAll(
                snapshot.variants().stream()
                        .map(v -> new VariantChoice(v.id(), v.isBaseline() ? "" : v.id(), v.name()))
                        .toList());
        program.set(snapshot.program().label());
        input.set(InputWords.of(snapshot.input()));
        headline.set(new HeadlineBuilder(fresh).headline());
        comparisons = comparisons(fresh);
        files.setAll(comparisons.stream().map(FileComparison::path).toList());
        findings.set(new FindingsBuilder(fresh, comparisons).findings());
        keepable.set(isKeepable(fresh));
        measured.set(fresh.trial().filter(t -> !t.result().pairs().isEmpty()).isPresent());
        if (other) {
            unfolded.clear();
            growth.set(null);
        }
        selectFile(
                files.contains(file.get()) ? file.get() : files.isEmpty() ? "" : files.getFirst());
    }

    /// Shows two others of the same program.
    public void choose(String referenceId, String candidateId) {
        if (compared != null) {
            show(compared.snapshot(), referenceId, candidateId, texts);
        }
    }

    /// Shows how both grow, until other variants are shown.
    public void growth(GrowthCurves curves) {
        growth.set(curves);
    }

    /// Says how far the measurement of growth is; empty when there is none under way.
    public void growing(String words) {
        growing.set(words);
    }

    /// Shows another of the changed files.
    void selectFile(String path) {
        if (!path.equals(file.get())) {
            unfolded.clear();
        }
        file.set(path);
        fill();
    }

    /// Shows the lines of a fold.
    void unfold(SourceRow.Fold fold) {
        unfolded.add(fold.from());
        fill();
    }

    private void fill() {
        Optional<FileComparison> shown =
                comparisons.stream().filter(c -> c.path().equals(file.get())).findFirst();
        rows.setAll(
                shown.map(
                                c ->
                                        new SourceRows(
                                                        c,
                                                        profile(reference()),
                                                        profile(candidate()))
                                                .visible(unfolded))
                        .orElse(List.of()));
    }

    private static Variant variant(Snapshot snapshot, String id) {
        return snapshot.variant(id).orElse(snapshot.baseline());
    }

    /// The files that differ; the order of the program's own files.
    private List<FileComparison> comparisons(Compared both) {
        var paths = new TreeSet<>(both.reference().changes().keySet());
        paths.addAll(both.candidate().changes().keySet());
        List<String> order = both.snapshot().files();
        return paths.stream()
                .sorted((a, b) -> Integer.compare(rank(order, a), rank(order, b)))
                .map(
                        path ->
                                FileComparison.of(
                                        path,
                                        texts.text(both.reference().id(), path),
                                        texts.text(both.candidate().id(), path)))
                .filter(c -> !c.isSame())
                .toList();
    }

    private static int rank(List<String> order, String path) {
        int at = order.indexOf(path);
        return at < 0 ? order.size() : at;
    }

    /// What was found faster, with an interval and on the input in use, can be confirmed and kept.
    private static boolean isKeepable(Compared both) {
        return both.trial()
                .filter(t -> t.result().complete())
                .filter(t -> t.input().equals(both.snapshot().input()))
                .filter(t -> t.otherInterpreter(both.snapshot().program()).isEmpty())
                .filter(
                        t ->
                                t.result().verdict() instanceof Verdict.Faster(var estimate)
                                        && estimate.interval() != null)
                .isPresent();
    }

    /// The newest profile of one of the two, as far as there is one.
    @Nullable Profile profile(String variant) {
        return compared == null
                ? null
                : compared.snapshot().profile(variant).map(ProfileReport::profile).orElse(null);
    }

    /// The id of the reference.
    public String reference() {
        return compared == null ? Variant.BASELINE_ID : compared.reference().id();
    }

    /// The id of the candidate.
    public String candidate() {
        return compared == null ? Variant.BASELINE_ID : compared.candidate().id();
    }

    ObservableList<VariantChoice> variants() {
        return variants;
    }

    /// The files that differ.
    public ObservableList<String> files() {
        return files;
    }

    ObservableList<SourceRow> rows() {
        return rows;
    }

    public ReadOnlyStringProperty programProperty() {
        return program.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty inputProperty() {
        return input.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Headline> headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Findings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable GrowthCurves> growthProperty() {
        return growth.getReadOnlyProperty();
    }

    /// How far the measurement of growth is; empty when there is none under way.
    ReadOnlyStringProperty growingProperty() {
        return growing.getReadOnlyProperty();
    }

    /// The file that is shown; empty where none differs.
    ReadOnlyStringProperty fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// Whether there are runs of both.
    ReadOnlyBooleanProperty measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /// Whether the candidate may be kept.
    ReadOnlyBooleanProperty keepableProperty() {
        return keepable.getReadOnlyProperty();
    }
}
