package dev.pareto.ui.code;

import dev.pareto.program.Variant;
import dev.pareto.ui.fx.Jobs;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Snapshot;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The state of the editor: which variant, which files in tabs, which line. JavaFX thread; texts
/// are read by jobs.
public final class CodeViewModel {
    private final Jobs jobs;
    private final ObservableList<OpenFile> files = FXCollections.observableArrayList();
    private final ObservableList<Variant> variants = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CodePlace> place = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper variant = new ReadOnlyStringWrapper(Variant.BASELINE_ID);
    private final ReadOnlyIntegerWrapper column = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyObjectWrapper<@Nullable HotLine> hotLine = new ReadOnlyObjectWrapper<>();

    private @Nullable Snapshot snapshot;
    private Texts texts = (_, _) -> "";
    private CodeSession session = CodeSession.NONE;
    private int generation;

    public CodeViewModel(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Shows a variant of the program, with the heat of its profile. Where it has none yet, the
    /// heat of the variant it grew out of follows its lines, hatched.
    ///
    /// @param source is asked for the texts of the files in tabs, now and later
    public void show(Snapshot state, String variantId, Texts source) {
        if (snapshot != null && !isSameProgram(snapshot, state)) {
            place.set(null);
            files.clear();
        }
        snapshot = state;
        texts = source;
        generation++;
        variant.set(variantId);
        variants.setAll(state.variants());
        Set<String> known = Set.copyOf(state.files());
        files.removeIf(f -> !known.contains(f.path()));
        if (files.isEmpty() && !state.files().isEmpty()) {
            files.add(new OpenFile(state.files().getFirst()));
        }
        Optional<Variant> shown = state.variant(variantId);
        for (OpenFile file : files) {
            file.setChanged(shown.flatMap(v -> v.change(file.path())).isPresent());
            read(file);
        }
        CodePlace now = place.get();
        if (now == null || file(now.path()).isEmpty()) {
            place.set(files.isEmpty() ? null : new CodePlace(files.getFirst().path(), 1));
        }
        updateHotLine();
    }

    private static boolean isSameProgram(Snapshot one, Snapshot other) {
        return one.program().root().equals(other.program().root())
                && one.program().target().equals(other.program().target());
    }

    private void read(OpenFile file) {
        Snapshot state = Objects.requireNonNull(snapshot);
        String id = variant.get();
        Optional<ProfileReport> report = measured(state, id);
        String measuredId = report.map(ProfileReport::variant).orElse(id);
        FileHeat heat =
                report.map(r -> FileHeat.of(r, file.path(), !measuredId.equals(id)))
                        .orElse(FileHeat.NONE);
        Map<Integer, String> notes = EvidenceNotes.of(state, id, file.path());
        Texts source = texts;
        int asked = generation;
        jobs.start(
                () -> {
                    String text = source.text(id, file.path());
                    String before =
                            measuredId.equals(id) ? text : source.text(measuredId, file.path());
                    return OpenFile.Reading.of(text, before);
                },
                reading -> {
                    if (asked == generation && files.contains(file)) {
                        file.show(reading, heat, notes, session.typed(file.path()));
                        updateHotLine();
                    }
                },
                problem -> {
                    if (asked == generation) {
                        file.fail(problem);
                    }
                });
    }

    /// The profile of the variant, or of the nearest that it grew out of.
    private static Optional<ProfileReport> measured(Snapshot state, String variantId) {
        Optional<Variant> one = state.variant(variantId);
        for (int steps = 0; one.isPresent() && steps < state.variants().size(); steps++) {
            Optional<ProfileReport> report = state.profile(one.get().id());
            if (report.isPresent()) {
                return report;
            }
            one = Optional.ofNullable(one.get().parent()).flatMap(state::variant);
        }
        return Optional.empty();
    }

    /// Opens a file in a tab, or turns to its tab, and goes to a line.
    public void open(CodePlace to) {
        if (snapshot == null || !snapshot.files().contains(to.path())) {
            return;
        }
        if (file(to.path()).isEmpty()) {
            var fresh = new OpenFile(to.path());
            fresh.setChanged(
                    snapshot.variant(variant.get()).flatMap(v -> v.change(to.path())).isPresent());
            files.add(fresh);
            read(fresh);
        }
        place.set(to);
    }

    /// Closes a tab; the last one stays.
    public void close(String path) {
        Optional<OpenFile> file = file(path);
        if (file.isEmpty() || files.size() < 2) {
            return;
        }
        flush();
        int index = files.indexOf(file.get());
        CodePlace now = place.get();
        if (now != null && now.path().equals(path)) {
            place.set(new CodePlace(files.get(index == 0 ? 1 : index - 1).path(), 1));
        }
        files.remove(file.get());
    }

    /// Sends what was typed at once. To be called before anything that needs the text, such as a
    /// run.
    public void flush() {
        session.flush();
    }

    /// Goes to the next hotspot of all open files, hottest first, and after the last to the first.
    ///
    /// @param step 1 for the next, -1 for the one before
    public void hotspot(int step) {
        List<CodePlace> hot = hotspots();
        if (!hot.isEmpty()) {
            int now = place.get() == null ? -1 : hot.indexOf(place.get());
            int next = now < 0 ? (step > 0 ? 0 : hot.size() - 1) : now + step;
            open(hot.get(Math.floorMod(next, hot.size())));
        }
    }

    private List<CodePlace> hotspots() {
        record Hot(CodePlace place, double share) {}
        return files.stream()
                .flatMap(
                        file ->
                                file.heated().stream()
                                        .map(line -> Map.entry(line, figures(file, line)))
                                        .filter(e -> e.getValue().hot())
                                        .map(
                                                e ->
                                                        new Hot(
                                                                new CodePlace(
                                                                        file.path(), e.getKey()),
                                                                e.getValue().share().fraction())))
                .sorted(Comparator.comparingDouble(Hot::share).reversed())
                .map(Hot::place)
                .toList();
    }

    /// The full figures of the line that the caret is in, in words; empty where it has none.
    String caretFigures() {
        CodePlace now = place.get();
        OpenFile file = now == null ? null : file(now.path()).orElse(null);
        LineFigures figures = file == null || now == null ? null : file.figures(now.line());
        return file == null || now == null || figures == null
                ? ""
                : LineSentence.full(now.line(), figures, file.heat());
    }

    private static LineFigures figures(OpenFile file, int line) {
        return Objects.requireNonNull(file.figures(line));
    }

    /// The line that the tab strip speaks of: the selected one where it has figures, else the
    /// file's hottest.
    void updateHotLine() {
        CodePlace now = place.get();
        Optional<OpenFile> file = now == null ? Optional.empty() : file(now.path());
        if (now == null || file.isEmpty()) {
            hotLine.set(null);
            return;
        }
        OpenFile shown = file.get();
        Optional<Integer> line =
                shown.figures(now.line()) != null
                        ? Optional.of(now.line())
                        : shown.heated().stream()
                                .max(Comparator.comparing(l -> figures(shown, l).share()));
        hotLine.set(
                line.map(
                                l ->
                                        new HotLine(
                                                l,
                                                figures(shown, l).share().toString(),
                                                shown.heat().kind(),
                                                shown.heat().stale()))
                        .orElse(null));
    }

    void attach(CodeSession editors) {
        session = editors;
    }

    void setColumn(int now) {
        column.set(now);
    }

    Optional<OpenFile> file(String path) {
        return files.stream().filter(f -> f.path().equals(path)).findFirst();
    }

    ObservableList<OpenFile> files() {
        return files;
    }

    ObservableList<Variant> variants() {
        return variants;
    }

    ReadOnlyObjectProperty<@Nullable HotLine> hotLineProperty() {
        return hotLine.getReadOnlyProperty();
    }

    /// The id of the variant that is shown.
    public ReadOnlyStringProperty variantProperty() {
        return variant.getReadOnlyProperty();
    }

    /// Where the caret is: follows it, and moves it (and the tab) where it is set from outside; to
    /// open a file that is in no tab yet, use [#open]. Null before the first file.
    public ObjectProperty<@Nullable CodePlace> placeProperty() {
        return place;
    }

    /// The caret's column, from 1.
    public ReadOnlyIntegerProperty columnProperty() {
        return column.getReadOnlyProperty();
    }
}
