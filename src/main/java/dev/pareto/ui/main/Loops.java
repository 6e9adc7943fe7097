package dev.pareto.ui.main;

import dev.pareto.advice.Suggestion;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.FunctionPlace;
import dev.pareto.program.Variant;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.code.CodePlace;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.fx.PathChooser;
import dev.pareto.ui.program.ProgramActions;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.RunSummary;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.TrialReport;
import dev.pareto.workbench.Workbench;

import javafx.stage.Window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What a person can ask of the opened program, where it takes more than one of the loops. JavaFX
/// thread.
final class Loops {
    private final Models models;
    private final Desk desk;
    private final ProfileLoop profiles;
    private final TrialLoop trials;
    private final GrowthLoop growth;
    private final NoiseLoop noise;
    private final ImproveLoop improving;
    private final ToolLoop tools;
    private final EditLoop edits;
    private final LessonLoop lessons;
    private final OpenLoop opening;
    private final Shown shown;
    private final PathChooser chooser;

    /// How the window turns to what is asked for.
    interface Shown {
        /// Goes to a place of the window.
        void go(Place place);

        /// Turns to a page of the panel on the right, by the key of its title.
        void page(String title);

        /// Says what went wrong.
        void problem(Problem problem);

        /// Asks before something that cannot be undone here.
        ///
        /// @param question with what a yes means, and what the button says; @param yes done when
        ///   the answer is yes
        void ask(String question, String meaning, String button, Runnable yes);

        Window window();
    }

    Loops(
            Models models,
            Desk desk,
            ProfileLoop profiles,
            TrialLoop trials,
            GrowthLoop growth,
            NoiseLoop noise,
            ImproveLoop improving,
            ToolLoop tools,
            EditLoop edits,
            LessonLoop lessons,
            OpenLoop opening,
            Shown shown,
            PathChooser chooser) {
        this.models = models;
        this.desk = desk;
        this.profiles = profiles;
        this.trials = trials;
        this.growth = growth;
        this.noise = noise;
        this.improving = improving;
        this.tools = tools;
        this.edits = edits;
        this.lessons = lessons;
        this.opening = opening;
        this.shown = shown;
        this.chooser = chooser;
    }

    void run() {
        models.code.flush();
        shown.page(Screens.OUTPUT);
        profiles.run();
    }

    /// Profiles with the engine that is chosen in the bar; the outside sampler gives way to another
    /// where it cannot work.
    void profile() {
        models.code.flush();
        EngineKind engine = models.program.engineProperty().get();
        shown.page(Screens.ADVICE);
        profiles.profile(engine == EngineKind.OUTSIDE ? Optional.empty() : Optional.of(engine));
    }

    /// Profiles with the sampler, whatever is chosen in the bar.
    void sample() {
        models.code.flush();
        profiles.profile(Optional.empty());
    }

    /// Profiles a variant, which is shown then, with the engine that is chosen in the bar.
    void profile(String variant) {
        if (!desk.busyProperty().get()) {
            desk.shownProperty().set(variant);
            profile();
        }
    }

    /// Looks at functions line by line, without a mark in their source.
    void profileLines(Set<FunctionPlace> picked) {
        models.code.flush();
        profiles.lines(picked);
    }

    /// Measures the shown variant.
    void measure() {
        models.code.flush();
        trials.measure(desk.shownProperty().get());
    }

    /// Applies the suggestion whose card is open, and measures it.
    void applyChosen() {
        models.advice.chosen().ifPresent(this::apply);
    }

    /// Applies a suggestion, goes to its place, and measures it.
    void apply(Suggestion suggestion) {
        trials.apply(suggestion);
        models.goTo(suggestion.file(), suggestion.line());
    }

    /// Tries all advice for the shown variant, and goes to where the ladder grows.
    void improve() {
        models.code.flush();
        shown.go(Place.IMPROVE);
        improving.improve();
    }

    /// The same for a variant, as one that was kept until it was stopped.
    void improve(String variant) {
        desk.shownProperty().set(variant);
        improve();
    }

    /// Shows the code of a variant.
    void open(String variant) {
        desk.shownProperty().set(variant);
        shown.go(Place.CODE);
    }

    /// Profiles the program, where advice is shown.
    void seekAdvice() {
        shown.go(Place.CODE);
        profile();
    }

    /// Shows two variants side by side.
    void compare(String reference, String variant) {
        desk.shownProperty().set(variant);
        models.compare.choose(reference, variant);
        shown.go(Place.COMPARE);
    }

    /// Shows what a suggestion would change, side by side: as a variant that is not measured yet.
    void preview(Suggestion suggestion) {
        String from = desk.shownProperty().get();
        trials.apply(suggestion.id())
                .map(Variant::id)
                .ifPresent(
                        id -> {
                            models.compare.choose(from, id);
                            shown.go(Place.COMPARE);
                        });
    }

    /// Shows a variant beside what it was measured against.
    void compare(String variant) {
        desk.shownProperty().set(variant);
        shown.go(Place.COMPARE);
    }

    /// Asks for a file with a profile, and shows it.
    void openProfile() {
        chooser.file(shown.window(), Messages.text("action.open-profile"), null)
                .ifPresent(opening::profile);
    }

    /// Goes to a line of own code, where the code can be seen.
    void showLine(String path, int line) {
        if (desk.session().isEmpty()) {
            return;
        }
        models.goTo(path, line);
        shown.go(Place.CODE);
    }

    /// The same where its trial can be seen.
    void keepShown(String variant) {
        compare(variant);
        keep(variant);
    }

    /// Confirms on fresh pairs, then asks, then writes into the user's own files.
    void keep(String variant) {
        trials.confirm(
                variant,
                () ->
                        shown.ask(
                                Messages.text("loop.keep.question", variant),
                                Messages.text("loop.keep.meaning"),
                                Messages.text("loop.keep.button"),
                                () ->
                                        trials.keep(variant)
                                                .ifPresent(
                                                        files ->
                                                                desk.status()
                                                                        .end(
                                                                                Messages.text(
                                                                                        "loop.kept",
                                                                                        files)))));
    }

    /// Writes the changed files of a variant into a folder that the person chooses.
    void export(String reference, String variant) {
        chooser.folder(shown.window(), Messages.text("loop.export.title"), null)
                .flatMap(folder -> desk.now(session -> session.export(variant, folder)))
                .ifPresent(
                        files -> desk.status().end(Messages.text("loop.exported", files.size())));
    }

    /// Writes every run of a trial into a folder that the person chooses, for pyperf and as a
    /// table.
    void exportRuns(String reference, String variant) {
        chooser.folder(shown.window(), Messages.text("loop.export.runs.title"), null)
                .flatMap(folder -> desk.now(session -> runs(session, reference, variant, folder)))
                .ifPresent(name -> desk.status().end(Messages.text("loop.export.runs.done", name)));
    }

    private static String runs(Session session, String reference, String variant, Path folder)
            throws ProblemException {
        TrialReport trial =
                session.snapshot()
                        .trial(variant)
                        .filter(t -> t.reference().equals(reference))
                        .orElseThrow(() -> new IllegalStateException("not measured: " + variant));
        String name = "runs-%s-%s".formatted(reference, variant);
        Workbench.exportRuns(trial, folder.resolve(name + ".json"));
        Workbench.exportRuns(trial, folder.resolve(name + ".csv"));
        return name;
    }

    /// A run has ended, profiled or not: what went wrong stands in the banner.
    ///
    /// @param errors what it printed to stderr
    void ended(RunSummary summary, String errors) {
        if (!summary.succeeded() && summary.kind() != RunSummary.Kind.CANCELLED) {
            shown.problem(
                    new Problem(
                            Problem.Kind.PROGRAM,
                            summary.what(),
                            summary.meaning(),
                            summary.remedy(),
                            errors));
        }
    }

    /// A profile has come: where the hottest line lies in another file than the one that is shown,
    /// go there. In a lesson that is for the learner to find.
    void profiled(ProfileReport report) {
        boolean lesson = desk.session().flatMap(Session::lesson).isPresent();
        CodePlace now = models.code.placeProperty().get();
        if (lesson || (now != null && now.line() > 1)) {
            return;
        }
        report.profile().lines().stream()
                .filter(line -> line.file().isOwn())
                .findFirst()
                .ifPresent(line -> models.goTo(line.file().path(), line.line()));
    }

    /// A trial has ended: the status bar says what it found, the banner why it found nothing.
    void measured(TrialReport report) {
        desk.status().end(VerdictSentence.of(report));
        if (report.result().verdict() instanceof Verdict.Failed(String reason)) {
            shown.problem(
                    new Problem(
                            Problem.Kind.PROGRAM,
                            Messages.text("loop.not-judged", report.candidate()),
                            reason,
                            Messages.text("loop.not-judged.remedy"),
                            ""));
        }
    }

    ProgramActions programActions() {
        return new ProgramActions(
                target ->
                        desk.session()
                                .ifPresent(
                                        s -> opening.entry(s.snapshot().program().root(), target)),
                set(input -> s -> s.use(input)),
                set(interpreter -> s -> s.use(interpreter)),
                this::interpreterAt,
                set(folder -> s -> s.useWorkingFolder(folder)),
                set(variables -> s -> s.useEnvironment(variables)),
                set(limits -> s -> s.use(limits)));
    }

    private void interpreterAt(Path executable) {
        desk.session()
                .ifPresent(
                        s ->
                                opening.interpreterAt(
                                        s.snapshot().program().root(),
                                        executable,
                                        found -> desk.now(on -> done(() -> on.use(found)))));
    }

    /// A change of the program's set-up.
    private interface Change {
        void on(Session session) throws dev.pareto.workbench.ProblemException;
    }

    private interface Step {
        void run() throws dev.pareto.workbench.ProblemException;
    }

    private static boolean done(Step step) throws dev.pareto.workbench.ProblemException {
        step.run();
        return true;
    }

    private <T> Consumer<T> set(java.util.function.Function<T, Change> change) {
        return value -> desk.now(session -> done(() -> change.apply(value).on(session)));
    }

    Desk desk() {
        return desk;
    }

    ProfileLoop profiles() {
        return profiles;
    }

    TrialLoop trials() {
        return trials;
    }

    GrowthLoop growth() {
        return growth;
    }

    ToolLoop tools() {
        return tools;
    }

    /// Asks first: it uses the network.
    void installPackages() {
        shown.ask(
                Messages.text("loop.packages.question"),
                Messages.text("loop.packages.meaning"),
                Messages.text("loop.packages.button"),
                tools::installPackages);
    }

    NoiseLoop noise() {
        return noise;
    }

    EditLoop edits() {
        return edits;
    }

    LessonLoop lessons() {
        return lessons;
    }
}
