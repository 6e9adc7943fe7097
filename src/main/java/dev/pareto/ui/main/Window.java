package dev.pareto.ui.main;

import dev.pareto.profile.Profile;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Failures;
import dev.pareto.ui.fx.Jobs;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.fx.PathChooser;
import dev.pareto.ui.fx.SystemPathChooser;
import dev.pareto.ui.fx.ThreadJobs;
import dev.pareto.ui.fx.Toolkit;
import dev.pareto.ui.fx.Views;
import dev.pareto.ui.preferences.PreferencesController;
import dev.pareto.ui.problem.ProblemController;
import dev.pareto.ui.problem.ProblemViewModel;
import dev.pareto.ui.problem.Remedy;
import dev.pareto.ui.profiles.ShownProfile;
import dev.pareto.ui.start.LearnController;
import dev.pareto.ui.start.StartActions;
import dev.pareto.ui.start.StartController;
import dev.pareto.ui.start.StartViewModel;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.Workbench;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/// The window: composes the features, and leads from one to the other. JavaFX thread.
public final class Window {
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 700;

    private final Stage stage;
    private final Actions actions = new Actions();
    private final StatusViewModel status = new StatusViewModel();
    private final FrameViewModel frame = new FrameViewModel();
    private final ProblemViewModel problems = new ProblemViewModel();
    private final Overlay overlay = new Overlay();
    private final Trail trail = new Trail();
    private final Models models;
    private final Desk desk;
    private final EditLoop edits;
    private final LessonLoop lessons;
    private final OpenLoop opening;
    private final Loops loops;
    private final Looks looks;
    private final WorkbenchController workbenchScreen;

    /// Opens a window in a stage.
    ///
    /// @param workbench stays open longer than this; @param home of the user, shown as `~`
    public Window(
            Workbench workbench,
            Jobs jobs,
            PathChooser chooser,
            Stage stage,
            Clock clock,
            Path home) {
        this.stage = stage;
        models = new Models(jobs);
        desk = new Desk(jobs, status, problems::show);
        edits = new EditLoop(desk);
        lessons = new LessonLoop(models.lesson);
        var start = new StartViewModel(clock, home);
        opening =
                new OpenLoop(
                        workbench,
                        jobs,
                        status,
                        start,
                        overlay,
                        this::show,
                        this::show,
                        problems::show);
        var scaled = new ScaledPane(new StackPane());
        looks = new Looks(workbench, stage, scaled, status, problems::show);
        loops = loops(workbench, chooser);
        var screens = new Screens(models, loops, actions);
        workbenchScreen = screens.workbench(jobs, chooser, opening::path);
        compose(screens, start, scaled, chooser);
        new WindowActions(actions, loops, models, frame, edits, overlay, trail, looks)
                .set(() -> openFile(chooser), () -> openFolder(chooser), stage);
        desk.snapshotProperty().subscribe(this::refresh);
        desk.shownProperty().subscribe(() -> refresh(desk.snapshotProperty().get()));
        models.code
                .placeProperty()
                .subscribe(
                        place -> {
                            Snapshot now = desk.snapshotProperty().get();
                            if (place != null && now != null) {
                                trail.visit(place);
                                status.caret(place.line(), models.code.columnProperty().get());
                                lessons.look(now, place);
                            }
                        });
        models.code
                .columnProperty()
                .subscribe(
                        column -> {
                            var place = models.code.placeProperty().get();
                            if (place != null) {
                                status.caret(place.line(), column.intValue());
                            }
                        });
        models.profiles
                .shownProperty()
                .subscribe(
                        now ->
                                status.profileProperty()
                                        .set(now == null ? "" : words(now.profile())));
        edits.lastRemovedProperty().subscribe(this::offerUndo);
        opening.refresh();
    }

    /// Starts JavaFX with one window, and returns when it is closed. Main thread.
    public static void launch(Workbench workbench) throws InterruptedException {
        try (var jobs = new ThreadJobs()) {
            Toolkit.run(
                    stage -> {
                        var window =
                                new Window(
                                        workbench,
                                        jobs,
                                        new SystemPathChooser(),
                                        stage,
                                        Clock.system(ZoneId.systemDefault()),
                                        Path.of(System.getProperty("user.home")));
                        Toolkit.catchUncaught(
                                thrown -> window.problems.show(Failures.problem(thrown)));
                        stage.show();
                    });
        }
    }

    private Loops loops(Workbench workbench, PathChooser chooser) {
        Loops[] made = new Loops[1];
        var shown = new ShownHere();
        var consent =
                new Consent(
                        (reach, again) ->
                                shown.ask(
                                        reach,
                                        Messages.text("loop.reach.meaning"),
                                        Messages.text("loop.reach.button"),
                                        again));
        var trials =
                new TrialLoop(
                        desk,
                        models.measuring,
                        models.variants,
                        () -> new WallTime(looks.settings().budgetSeconds()),
                        report -> made[0].measured(report),
                        consent);
        var profiles =
                new ProfileLoop(
                        desk,
                        models.advice,
                        models.output,
                        (summary, errors) -> made[0].ended(summary, errors),
                        report -> made[0].profiled(report));
        made[0] =
                new Loops(
                        models,
                        desk,
                        profiles,
                        trials,
                        new GrowthLoop(
                                desk,
                                models.compare,
                                () -> new WallTime(looks.settings().budgetSeconds()),
                                consent),
                        new NoiseLoop(workbench, desk, overlay::show, overlay::close),
                        new ImproveLoop(desk, models.improve, consent),
                        new ToolLoop(workbench, desk, models.snippets, problems::show),
                        edits,
                        lessons,
                        opening,
                        shown,
                        chooser);
        return made[0];
    }

    private void compose(
            Screens screens, StartViewModel start, ScaledPane scaled, PathChooser chooser) {
        var startActions =
                new StartActions(
                        () -> frame.go(Place.LEARN),
                        opening::lesson,
                        () -> openFile(chooser),
                        () -> openFolder(chooser),
                        loops::openProfile,
                        opening::recent,
                        opening::path);
        Map<Place, Node> places = new EnumMap<>(Place.class);
        Node workbench = Views.load(workbenchScreen);
        places.put(Place.START, Views.load(new StartController(start, startActions)));
        places.put(Place.LEARN, Views.load(new LearnController(start, startActions)));
        places.put(Place.CODE, workbench);
        places.put(Place.INSIGHT, screens.insight());
        places.put(Place.IMPROVE, screens.improve());
        places.put(Place.COMPARE, screens.compare());
        places.put(Place.SNIPPETS, screens.snippets());
        var controller =
                new FrameController(
                        frame, actions, places, Views.load(new StatusController(status, actions)));
        Node content = Views.load(controller);
        var preferences =
                new CustomMenuItem(
                        Views.load(new PreferencesController(looks.preferences())), false);
        preferences.getStyleClass().add("preferences-item");
        controller
                .preferences()
                .getItems()
                .setAll(
                        actions.menuItem(Action.OPEN_FILE),
                        actions.menuItem(Action.OPEN_FOLDER),
                        actions.menuItem(Action.IMPROVE_ALL),
                        actions.menuItem(Action.NOISE),
                        actions.menuItem(Action.PALETTE),
                        actions.menuItem(Action.SHORTCUTS),
                        new SeparatorMenuItem(),
                        preferences,
                        new SeparatorMenuItem(),
                        actions.menuItem(Action.CLOSE_WINDOW));
        VBox.setVgrow(content, Priority.ALWAYS);
        var whole =
                new StackPane(
                        new VBox(Views.load(new ProblemController(problems)), content), overlay);
        scaled.content().getChildren().setAll(whole);
        var scene = new Scene(scaled, LEAST_WIDTH, LEAST_HEIGHT);
        scene.setOnDragOver(Window::over);
        scene.setOnDragDropped(this::dropped);
        actions.install(scene);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setTitle(Messages.text("window.title"));
        looks.begin();
        stage.setOnCloseRequest(_ -> close());
        frame.placeProperty()
                .subscribe(
                        place -> {
                            if (place == Place.START || place == Place.LEARN) {
                                opening.refresh();
                            }
                        });
    }

    private void close() {
        models.code.flush();
        looks.end();
        desk.close();
    }

    private static void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            opening.path(event.getDragboard().getFiles().getFirst().toPath());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private void openFile(PathChooser chooser) {
        chooser.file(stage, Messages.text("start.file.title"), null).ifPresent(opening::path);
    }

    private void openFolder(PathChooser chooser) {
        chooser.folder(stage, Messages.text("start.folder.title"), null).ifPresent(opening::path);
    }

    /// A program was opened.
    private void show(Session session) {
        models.code.flush();
        problems.clear();
        trail.clear();
        edits.forget();
        models.output.clear();
        models.improve.clear();
        models.profiles.clear();
        desk.show(session);
        lessons.show(session.lesson().orElse(null), opening.lessons());
        Path root = session.snapshot().program().root();
        opening.interpreters(root, models.program.interpreters()::setAll);
        stage.setTitle(Messages.text("window.title.of", session.snapshot().program().label()));
        frame.openedProperty().set(true);
        frame.go(Place.CODE);
    }

    /// A profile was opened from a file.
    private void show(Path file, Profile profile) {
        models.profiles.open(
                new ShownProfile(
                        file + " " + System.nanoTime(),
                        String.valueOf(file.getFileName()),
                        "",
                        profile));
        frame.profiledProperty().set(true);
        frame.go(Place.INSIGHT);
    }

    private void refresh(@Nullable Snapshot state) {
        String variant = desk.shownProperty().get();
        // A variant that was taken away is looked at until the desk turns to another, at once.
        if (state == null || state.variant(variant).isEmpty()) {
            return;
        }
        desk.session().ifPresent(session -> models.show(session, state, variant));
        lessons.look(state, models.code.placeProperty().get());
    }

    private static String words(Profile profile) {
        String words =
                Messages.text(
                        profile.samples() == 0
                                ? "window.profile.counted"
                                : "window.profile.sampled",
                        Models.engine(profile),
                        Figures.count(profile.samples()));
        return words
                + profile.overheadShare()
                        .map(share -> Messages.text("window.profile.overhead", share))
                        .orElse(
                                profile.engine().traced()
                                        ? Messages.text("window.profile.traced")
                                        : "");
    }

    private void offerUndo(String variant) {
        if (!variant.isEmpty()) {
            problems.show(
                    new Problem(
                            Problem.Kind.USAGE,
                            Messages.text("window.removed", variant),
                            "",
                            Messages.text("window.removed.remedy"),
                            ""),
                    new Remedy(Messages.text("window.undo"), edits::undo));
        }
    }

    /// What the loops ask of this window.
    private final class ShownHere implements Loops.Shown {
        @Override
        public void go(Place place) {
            frame.go(place);
        }

        @Override
        public void page(String title) {
            workbenchScreen.page(title);
        }

        @Override
        public void problem(Problem problem) {
            problems.show(problem);
        }

        @Override
        public void ask(String question, String meaning, String button, Runnable yes) {
            problems.show(
                    new Problem(Problem.Kind.USAGE, question, meaning, "", ""),
                    new Remedy(button, yes));
        }

        @Override
        public javafx.stage.Window window() {
            return stage;
        }
    }
}
