package dev.pareto.ui.main;

import dev.pareto.profile.Profile;
import dev.pareto.program.Variant;
import dev.pareto.ui.advice.AdviceViewModel;
import dev.pareto.ui.code.CodePlace;
import dev.pareto.ui.code.CodeViewModel;
import dev.pareto.ui.compare.CompareViewModel;
import dev.pareto.ui.difference.DifferenceViewModel;
import dev.pareto.ui.files.FilesViewModel;
import dev.pareto.ui.flame.FlameViewModel;
import dev.pareto.ui.functions.FunctionsViewModel;
import dev.pareto.ui.fx.Jobs;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.improve.ImproveViewModel;
import dev.pareto.ui.lesson.LessonViewModel;
import dev.pareto.ui.lines.LinesViewModel;
import dev.pareto.ui.measuring.MeasuringViewModel;
import dev.pareto.ui.memory.MemoryViewModel;
import dev.pareto.ui.output.OutputViewModel;
import dev.pareto.ui.profiles.ProfilesViewModel;
import dev.pareto.ui.profiles.ShownProfile;
import dev.pareto.ui.program.ProgramViewModel;
import dev.pareto.ui.snippets.SnippetsViewModel;
import dev.pareto.ui.sunburst.SunburstViewModel;
import dev.pareto.ui.variants.VariantsViewModel;
import dev.pareto.ui.waiting.WaitingViewModel;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
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
    final SunburstViewModel sunburst = new SunburstViewModel();
    final FunctionsViewModel functions = new FunctionsViewModel();
    final LinesViewModel lines = new LinesViewModel();
    final MemoryViewModel memory = new MemoryViewModel();
    final WaitingViewModel waiting = new WaitingViewModel();
    final ProfilesViewModel profiles = new ProfilesViewModel();
    final DifferenceViewModel difference = new DifferenceViewModel();
    final SnippetsViewModel snippets = new SnippetsViewModel();
    final OutputViewModel output = new OutputViewModel();
    final VariantsViewModel variants = new VariantsViewModel();
    final CompareViewModel compare = new CompareViewModel();
    final MeasuringViewModel measuring = new MeasuringViewModel();
    final ImproveViewModel improve = new ImproveViewModel();

    /// The text of a line of a file; empty where it is not known.
    private BiFunction<String, Integer, String> source = (_, _) -> "";

    Models(Jobs jobs) {
        code = new CodeViewModel(jobs);
        code.placeProperty().subscribe(this::follow);
        profiles.shownProperty().subscribe(_ -> display());
        profiles.againstProperty().subscribe(_ -> display());
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
        offerProfiles(session, state, variant);
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

    private void offerProfiles(Session session, Snapshot state, String variant) {
        Map<String, List<String>> sources = new HashMap<>();
        source =
                (path, line) -> {
                    List<String> all =
                            sources.computeIfAbsent(
                                    path, p -> text(session, variant, p).lines().toList());
                    return line >= 1 && line <= all.size() ? all.get(line - 1) : "";
                };
        List<ShownProfile> rest = new ArrayList<>();
        for (Variant other : state.variants()) {
            if (!other.id().equals(variant)) {
                rest.addAll(shown(state, other));
            }
        }
        profiles.show(
                variant,
                state.variant(variant).map(one -> shown(state, one)).orElse(List.of()),
                rest);
    }

    private static List<ShownProfile> shown(Snapshot state, Variant variant) {
        return state.profilesOf(variant.id()).stream()
                .map(
                        report ->
                                new ShownProfile(
                                        String.join(
                                                " ",
                                                state.program().root().toString(),
                                                variant.id(),
                                                report.profile().engine().id(),
                                                report.at().toString()),
                                        engine(report.profile()),
                                        variant.name(),
                                        report.profile()))
                .toList();
    }

    /// "outside sampler".
    static String engine(Profile profile) {
        return Messages.text("program.engine.name." + profile.engine().id());
    }

    /// Has all views show the profile that is looked at.
    private void display() {
        ShownProfile now = profiles.shownProperty().get();
        ShownProfile before = profiles.againstProperty().get();
        Profile profile = now == null ? null : now.profile();
        Profile reference = before == null ? null : before.profile();
        flame.show(profile, reference);
        sunburst.show(profile);
        functions.show(profile);
        lines.show(profile, source);
        memory.show(profile, source);
        waiting.show(profile, source);
        difference.show(
                reference,
                before == null ? "" : before.title(),
                profile,
                now == null ? "" : now.title(),
                profiles.likelyReference() != null);
        follow(code.placeProperty().get());
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
