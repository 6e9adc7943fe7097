package dev.pareto.ui.main;

import dev.pareto.profile.Profile;
import dev.pareto.ui.advice.AdviceViewModel;
import dev.pareto.ui.code.CodePlace;
import dev.pareto.ui.code.CodeViewModel;
import dev.pareto.ui.compare.CompareViewModel;
import dev.pareto.ui.files.FilesViewModel;
import dev.pareto.ui.flame.FlameViewModel;
import dev.pareto.ui.functions.FunctionsViewModel;
import dev.pareto.ui.fx.Jobs;
import dev.pareto.ui.improve.ImproveViewModel;
import dev.pareto.ui.lesson.LessonViewModel;
import dev.pareto.ui.lines.LinesViewModel;
import dev.pareto.ui.measuring.MeasuringViewModel;
import dev.pareto.ui.memory.MemoryViewModel;
import dev.pareto.ui.output.OutputViewModel;
import dev.pareto.ui.program.ProgramViewModel;
import dev.pareto.ui.variants.VariantsViewModel;
import dev.pareto.ui.waiting.WaitingViewModel;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The view models of everything that shows the opened program, and how a new state reaches them.
/// JavaFX thread.
final class Models {
    final CodeViewModel code;
    final ProgramViewModel program = new ProgramViewModel();
    final FilesViewModel files = new FilesViewModel();
    final LessonViewModel lesson = new LessonViewModel();
    final AdviceViewModel advice = new AdviceViewModel();
    final FlameViewModel flame = new FlameViewModel();
    final FunctionsViewModel functions = new FunctionsViewModel();
    final LinesViewModel lines = new LinesViewModel();
    final MemoryViewModel memory = new MemoryViewModel();
    final WaitingViewModel waiting = new WaitingViewModel();
    final OutputViewModel output = new OutputViewModel();
    final VariantsViewModel variants = new VariantsViewModel();
    final CompareViewModel compare = new CompareViewModel();
    final MeasuringViewModel measuring = new MeasuringViewModel();
    final ImproveViewModel improve = new ImproveViewModel();

    private @Nullable ProfileReport profiled;

    Models(Jobs jobs) {
        code = new CodeViewModel(jobs);
        code.placeProperty().subscribe(this::follow);
    }

    /// One selected line for all views.
    private void follow(@Nullable CodePlace place) {
        if (place != null) {
            files.selectedProperty().set(place.path());
            flame.select(place.path(), place.line());
            functions.select(place.path(), place.line());
            lines.select(place.path(), place.line());
            memory.select(place.path(), place.line());
            waiting.select(place.path(), place.line());
        }
    }

    /// Shows a state of the program, looking at one variant.
    void show(Session session, Snapshot state, String variant) {
        program.show(state, session.limits());
        code.show(state, variant, (id, path) -> session.text(id, path).text());
        files.show(state, variant);
        advice.show(state, variant, session.trackRecords());
        improve.show(state, variant);
        variants.show(state, state.pinned());
        variants.selectedProperty().set(variant);
        showProfile(session, state, variant);
        String reference = state.pinned();
        String candidate = variant.equals(reference) ? other(state) : variant;
        compare.show(
                state,
                state.trial(candidate).map(t -> t.reference()).orElse(reference),
                candidate,
                (id, path) -> text(session, id, path));
        follow(code.placeProperty().get());
    }

    /// What to compare the reference with: the variant that was compared last, else the newest.
    private String other(Snapshot state) {
        String before = compare.candidate();
        return before.equals(state.pinned()) || state.variant(before).isEmpty()
                ? state.variants().getLast().id()
                : before;
    }

    private void showProfile(Session session, Snapshot state, String variant) {
        ProfileReport report = state.profile(variant).orElse(null);
        if (!isShown(report)) {
            profiled = report;
            Profile profile = report == null ? null : report.profile();
            Map<String, List<String>> sources = new HashMap<>();
            flame.show(profile);
            functions.show(profile);
            BiFunction<String, Integer, String> source =
                    (path, line) -> {
                        List<String> all =
                                sources.computeIfAbsent(
                                        path, p -> text(session, variant, p).lines().toList());
                        return line >= 1 && line <= all.size() ? all.get(line - 1) : "";
                    };
            lines.show(profile, source);
            memory.show(profile, source);
            waiting.show(profile, source);
        }
    }

    /// Profiles are large: one is known again by when it was made.
    private boolean isShown(@Nullable ProfileReport report) {
        ProfileReport before = profiled;
        if (report == null || before == null) {
            return report == null && before == null;
        }
        return report.at().equals(before.at()) && report.variant().equals(before.variant());
    }

    /// A text, or none: a file that is gone is told by the editor.
    private static String text(Session session, String variant, String path) {
        try {
            return session.text(variant, path).text();
        } catch (ProblemException e) {
            return "";
        }
    }

    /// Goes to a line of the own code.
    void goTo(String path, int line) {
        code.open(new CodePlace(path, Math.max(1, line)));
    }
}
