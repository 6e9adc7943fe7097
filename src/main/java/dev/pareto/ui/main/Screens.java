package dev.pareto.ui.main;

import dev.pareto.ui.advice.AdviceActions;
import dev.pareto.ui.advice.AdviceController;
import dev.pareto.ui.code.CodeActions;
import dev.pareto.ui.code.CodeController;
import dev.pareto.ui.compare.CompareActions;
import dev.pareto.ui.compare.CompareController;
import dev.pareto.ui.difference.DifferenceActions;
import dev.pareto.ui.difference.DifferenceController;
import dev.pareto.ui.files.FilesActions;
import dev.pareto.ui.files.FilesController;
import dev.pareto.ui.flame.FlameActions;
import dev.pareto.ui.flame.FlameController;
import dev.pareto.ui.functions.FunctionActions;
import dev.pareto.ui.functions.FunctionsController;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Jobs;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.fx.PathChooser;
import dev.pareto.ui.fx.Views;
import dev.pareto.ui.improve.ImproveActions;
import dev.pareto.ui.improve.ImproveController;
import dev.pareto.ui.lesson.LessonActions;
import dev.pareto.ui.lesson.LessonController;
import dev.pareto.ui.lines.LineActions;
import dev.pareto.ui.lines.LinesController;
import dev.pareto.ui.main.Parts.Page;
import dev.pareto.ui.measuring.MeasuringActions;
import dev.pareto.ui.measuring.MeasuringController;
import dev.pareto.ui.memory.MemoryActions;
import dev.pareto.ui.memory.MemoryController;
import dev.pareto.ui.output.OutputActions;
import dev.pareto.ui.output.OutputController;
import dev.pareto.ui.profiles.ProfilesActions;
import dev.pareto.ui.profiles.ProfilesController;
import dev.pareto.ui.program.ProgramController;
import dev.pareto.ui.snippets.SnippetsActions;
import dev.pareto.ui.snippets.SnippetsController;
import dev.pareto.ui.sunburst.SunburstActions;
import dev.pareto.ui.sunburst.SunburstController;
import dev.pareto.ui.variants.VariantActions;
import dev.pareto.ui.variants.VariantsController;
import dev.pareto.ui.waiting.WaitingActions;
import dev.pareto.ui.waiting.WaitingController;
import dev.pareto.workbench.Workbench;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Makes the screens of the opened program, and ties what they ask for to the loops. JavaFX thread.
final class Screens {
    static final String ADVICE = "insight.advice";
    static final String OUTPUT = "insight.output";

    private final Models models;
    private final Loops loops;
    private final Actions actions;

    Screens(Models models, Loops loops, Actions actions) {
        this.models = models;
        this.loops = loops;
        this.actions = actions;
    }

    WorkbenchController workbench(Jobs jobs, PathChooser chooser, Consumer<Path> dropped) {
        var program =
                new ProgramController(models.program, loops.programActions(), actions, chooser);
        var code =
                new CodeController(
                        models.code,
                        new CodeActions(
                                loops.edits()::edited,
                                loops.desk().shownProperty()::set,
                                loops::profile,
                                dropped),
                        actions,
                        jobs);
        var pages =
                List.of(
                        new Page(
                                ADVICE,
                                Views.load(new AdviceController(models.advice, adviceActions())),
                                models.advice.countProperty()),
                        new Page("insight.flame", flame()),
                        new Page("insight.functions", functions()),
                        new Page("insight.lines", lines()),
                        new Page("insight.memory", memory()),
                        new Page("insight.waiting", waiting()),
                        new Page(OUTPUT, output()));
        return new WorkbenchController(
                new Parts(
                        Views.load(program),
                        Views.load(
                                new FilesController(
                                        models.files,
                                        new FilesActions(path -> models.goTo(path, 1)))),
                        Views.load(
                                new LessonController(
                                        models.lesson,
                                        new LessonActions(
                                                loops.lessons()::done,
                                                loops.lessons()::done,
                                                models.lesson::clear))),
                        Views.load(code),
                        Views.load(new VariantsController(models.variants, variantActions())),
                        pages,
                        profiles(),
                        models.files.foldedProperty()),
                jobs::show);
    }

    /// The same views of the profile with all the room there is.
    Node insight() {
        var tabs = new TabPane();
        VBox.setVgrow(tabs, Priority.ALWAYS);
        tabs.getStyleClass().addAll("insight", "wide");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        new Tab(Messages.text("insight.flame"), flame()),
                        new Tab(Messages.text("insight.sunburst"), sunburst()),
                        new Tab(Messages.text("insight.functions"), functions()),
                        new Tab(Messages.text("insight.lines"), lines()),
                        new Tab(Messages.text("insight.memory"), memory()),
                        new Tab(Messages.text("insight.waiting"), waiting()),
                        new Tab(Messages.text("insight.difference"), difference()),
                        new Tab(Messages.text("insight.output"), output()));
        return new VBox(profiles(), tabs);
    }

    /// Statements side by side.
    Node snippets() {
        return Views.load(
                new SnippetsController(
                        models.snippets,
                        new SnippetsActions(loops.tools()::time, loops.desk()::cancel)));
    }

    /// The comparison, and in its place the trial while one runs.
    Node compare() {
        var compare =
                Views.load(
                        new CompareController(
                                models.compare,
                                new CompareActions(
                                        (_, candidate) -> models.variants.selectedProperty().get(),
                                        loops.trials()::measure,
                                        loops.trials()::goOn,
                                        loops.growth()::measure,
                                        loops.desk()::cancel,
                                        loops::profile,
                                        loops::keep,
                                        loops::export,
                                        loops::exportRuns)));
        var measuring =
                Views.load(
                        new MeasuringController(
                                models.measuring,
                                new MeasuringActions(
                                        loops.desk()::cancel,
                                        loops.trials()::goOn,
                                        loops::compare)));
        measuring.visibleProperty().bind(loops.trials().runningProperty());
        compare.visibleProperty().bind(measuring.visibleProperty().not());
        return new StackPane(compare, measuring);
    }

    /// What can be tried, and the ladder of what was.
    Node improve() {
        return Views.load(
                new ImproveController(
                        models.improve,
                        new ImproveActions(
                                loops::improve,
                                loops::improve,
                                loops.desk()::cancel,
                                loops::seekAdvice,
                                loops::showLine,
                                loops::open,
                                loops::compare,
                                loops::keepShown),
                        actions));
    }

    private Node flame() {
        return Views.load(
                new FlameController(
                        models.flame, new FlameActions(loops::profile, loops::showLine)));
    }

    private Node sunburst() {
        return Views.load(
                new SunburstController(
                        models.sunburst, new SunburstActions(loops::profile, loops::showLine)));
    }

    private Node functions() {
        return Views.load(
                new FunctionsController(
                        models.functions,
                        new FunctionActions(loops::profile, loops::showLine, loops::profileLines)));
    }

    private Node lines() {
        return Views.load(
                new LinesController(
                        models.lines, new LineActions(loops::profile, loops::showLine)));
    }

    private Node memory() {
        return Views.load(
                new MemoryController(
                        models.memory, new MemoryActions(loops::profile, loops::showLine)));
    }

    private Node waiting() {
        return Views.load(
                new WaitingController(
                        models.waiting, new WaitingActions(loops::sample, loops::showLine)));
    }

    private Node difference() {
        return Views.load(
                new DifferenceController(
                        models.difference,
                        new DifferenceActions(
                                () ->
                                        models.profiles
                                                .againstProperty()
                                                .set(models.profiles.likelyReference()),
                                loops::openProfile,
                                loops::profile,
                                loops::showLine)));
    }

    /// Which profile the views below it show.
    private Node profiles() {
        return Views.load(
                new ProfilesController(
                        models.profiles,
                        new ProfilesActions(loops::openProfile, loops::installPackages)));
    }

    private Node output() {
        return Views.load(
                new OutputController(
                        models.output,
                        new OutputActions(
                                loops::run,
                                loops.desk()::cancel,
                                loops::showLine,
                                () -> models.program.detailsProperty().set(true))));
    }

    private AdviceActions adviceActions() {
        return new AdviceActions(
                loops::profile,
                loops.profiles()::advise,
                loops.desk()::cancel,
                loops.profiles()::add,
                loops::apply,
                loops::preview,
                loops::improve,
                loops::showLine,
                Workbench::rulePage);
    }

    private VariantActions variantActions() {
        return new VariantActions(
                loops.desk().shownProperty()::set,
                loops.trials()::measure,
                loops::compare,
                loops.edits()::pin,
                loops.edits()::remove,
                loops.edits()::branch,
                loops::compare);
    }
}
