package dev.pareto.ui.program;

import atlantafx.base.controls.Popover;

import dev.pareto.profile.EngineKind;
import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.fx.PathChooser;
import dev.pareto.ui.fx.Views;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Binds the program bar.
public final class ProgramController {
    /// A narrower bar names the input and the interpreter on one button, and no root.
    private static final double SMALL = 1150;

    /// A bar as narrow as at 200 % has icons alone for what comes second.
    private static final double TIGHT = 800;

    private static final PseudoClass TIGHT_STATE = PseudoClass.getPseudoClass("tight");

    private final ProgramViewModel model;
    private final ProgramActions asks;
    private final Actions actions;
    private final PathChooser chooser;
    private final ProgramMenus menus;
    private final ArgumentsField arguments = new ArgumentsField(this::useArguments);
    private final BooleanProperty roomy = new SimpleBooleanProperty(true);
    private final Popover popover = new Popover();

    @FXML private VBox root;
    @FXML private HBox crumb;
    @FXML private Label rootName;
    @FXML private MenuButton entry;
    @FXML private StackPane argumentsPlace;
    @FXML private MenuButton input;
    @FXML private Label inputName;
    @FXML private MenuButton interpreter;
    @FXML private Label interpreterName;
    @FXML private Label environment;
    @FXML private Button more;
    @FXML private Button run;
    @FXML private SplitMenuButton profile;
    @FXML private Button measure;
    @FXML private Label problem;

    public ProgramController(
            ProgramViewModel model, ProgramActions asks, Actions actions, PathChooser chooser) {
        this.model = model;
        this.asks = asks;
        this.actions = actions;
        this.chooser = chooser;
        this.menus = new ProgramMenus(model, asks);
    }

    @FXML
    void initialize() {
        argumentsPlace.getChildren().setAll(arguments);
        problem.textProperty().bind(arguments.problemProperty());
        problem.visibleProperty().bind(arguments.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        buttons();
        details();
        root.widthProperty().subscribe(w -> fit(w.doubleValue()));
        roomy.subscribe(arguments::setTitled);
        for (Node wide : List.of(crumb, input, interpreter)) {
            wide.visibleProperty().bind(roomy);
            wide.managedProperty().bind(roomy);
        }
        model.stateProperty().subscribe(this::show);
        roomy.subscribe(_ -> show(model.stateProperty().get()));
        model.interpreters().addListener((ListChangeListener<Object>) _ -> fillMenus());
        model.entries().addListener((ListChangeListener<Object>) _ -> fillMenus());
    }

    private void fit(double width) {
        roomy.set(width >= SMALL);
        root.pseudoClassStateChanged(TIGHT_STATE, width < TIGHT);
    }

    private void buttons() {
        actions.bind(run, Action.RUN);
        actions.bind(profile, Action.PROFILE);
        actions.bind(measure, Action.MEASURE);
        var engine = model.engineProperty().map(e -> name("program.engine.short", e));
        KeyedButton.fill(
                profile,
                "oct-pulse-16",
                Messages.text("program.profile"),
                engine,
                roomy,
                Action.PROFILE);
        KeyedButton.fill(
                measure,
                "oct-stopwatch-16",
                Messages.text("program.measure"),
                model.runsProperty(),
                roomy,
                Action.MEASURE);
        model.engines().addListener((ListChangeListener<EngineKind>) _ -> fillEngines());
        fillEngines();
    }

    private void fillEngines() {
        profile.getItems()
                .setAll(
                        model.engines().stream()
                                .map(
                                        engine -> {
                                            var item =
                                                    new MenuItem(
                                                            name("program.engine.long", engine));
                                            item.setOnAction(_ -> profileWith(engine));
                                            return item;
                                        })
                                .toList());
    }

    private void profileWith(EngineKind engine) {
        model.engineProperty().set(engine);
        actions.perform(Action.PROFILE);
    }

    private static String name(String key, EngineKind engine) {
        return Messages.text(key + "." + engine.name().toLowerCase(Locale.ROOT));
    }

    private void details() {
        var form = new DetailsController(model, asks, chooser, this::askForInterpreter);
        popover.setContentNode(Views.load(form));
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setOnHidden(_ -> model.detailsProperty().set(false));
        more.setTooltip(new Tooltip(Messages.text("program.more.tip")));
        more.setOnAction(_ -> model.detailsProperty().set(true));
        more.disableProperty().bind(model.stateProperty().isNull());
        model.detailsProperty()
                .subscribe(
                        open -> {
                            if (open && more.getScene() != null) {
                                form.begin();
                                popover.show(more);
                            } else if (!open) {
                                popover.hide();
                            }
                        });
    }

    private void useArguments(List<Argument> fresh) {
        var state = model.stateProperty().get();
        if (state != null) {
            Input used = state.snapshot().input();
            asks.input().accept(new Input(used.name(), fresh, used.stdin()));
        }
    }

    private void askForInterpreter() {
        var state = model.stateProperty().get();
        if (state != null) {
            Path start = state.snapshot().program().interpreter().executable().getParent();
            chooser.file(
                            root.getScene().getWindow(),
                            Messages.text("program.interpreter.choose"),
                            start)
                    .ifPresent(asks.interpreterAt());
        }
    }

    private void show(ProgramViewModel.@Nullable State state) {
        argumentsPlace.setVisible(state != null);
        if (state == null) {
            return;
        }
        Program program = state.snapshot().program();
        Input used = state.snapshot().input();
        Path folder = program.root().getFileName();
        rootName.setText(folder == null ? program.root().toString() : folder.toString());
        rootName.setTooltip(new Tooltip(program.root().toString()));
        entry.setText(program.label());
        arguments.show(used.arguments());
        inputName.setText(used.name());
        interpreterName.setText(program.interpreter().label());
        interpreter.setTooltip(
                new Tooltip(
                        Messages.text("program.interpreter")
                                + " "
                                + program.interpreter().executable()));
        var name = InterpreterLabel.environment(program.interpreter(), program.root());
        environment.setText(name.orElse(""));
        environment.setVisible(name.isPresent());
        environment.setManaged(name.isPresent());
        more.setText(
                roomy.get()
                        ? null
                        : Messages.text(
                                "program.more.small", program.interpreter().label(), used.name()));
        fillMenus();
    }

    private void fillMenus() {
        var state = model.stateProperty().get();
        if (state != null) {
            var snapshot = state.snapshot();
            entry.getItems().setAll(menus.entries(snapshot.program()));
            input.getItems().setAll(menus.inputs(snapshot.inputs(), snapshot.input()));
            interpreter
                    .getItems()
                    .setAll(menus.interpreters(snapshot.program(), this::askForInterpreter));
        }
    }
}
