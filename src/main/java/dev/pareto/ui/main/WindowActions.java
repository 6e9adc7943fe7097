package dev.pareto.ui.main;

import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Views;
import dev.pareto.ui.palette.PaletteController;
import dev.pareto.ui.palette.PaletteViewModel;
import dev.pareto.ui.shortcuts.ShortcutsController;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Says what the actions of the window do, and when they can be asked for. JavaFX thread.
final class WindowActions {
    private final Actions actions;
    private final Loops loops;
    private final Models models;
    private final FrameViewModel frame;
    private final EditLoop edits;
    private final Overlay overlay;
    private final Trail trail;
    private final Looks looks;

    WindowActions(
            Actions actions,
            Loops loops,
            Models models,
            FrameViewModel frame,
            EditLoop edits,
            Overlay overlay,
            Trail trail,
            Looks looks) {
        this.actions = actions;
        this.loops = loops;
        this.models = models;
        this.frame = frame;
        this.edits = edits;
        this.overlay = overlay;
        this.trail = trail;
        this.looks = looks;
    }

    void set(Runnable openFile, Runnable openFolder, Stage stage) {
        Desk desk = loops.desk();
        BooleanBinding idle = frame.openedProperty().and(desk.busyProperty().not());
        actions.set(Action.OPEN_FILE, openFile);
        actions.set(Action.OPEN_FOLDER, openFolder);
        actions.set(Action.OPEN_PROFILE, loops::openProfile);
        actions.set(Action.RUN, loops::run, idle);
        actions.set(Action.PROFILE, loops::profile, idle);
        actions.set(Action.MEASURE, loops::measure, idle);
        actions.set(Action.NOISE, loops.noise()::test, desk.busyProperty().not());
        actions.set(Action.ENGINE_PACKAGES, loops::installPackages, desk.busyProperty().not());
        actions.set(Action.CANCEL, desk::cancel, desk.busyProperty());
        actions.set(Action.APPLY, loops::applyChosen, idle);
        actions.set(Action.IMPROVE_ALL, () -> loops.improve(), idle);
        actions.set(
                Action.PIN, () -> edits.pin(desk.shownProperty().get()), frame.openedProperty());
        actions.set(
                Action.DIFFERENCE,
                () -> loops.compare(desk.shownProperty().get()),
                frame.openedProperty());
        actions.set(Action.BACK, () -> trail.go(-1).ifPresent(models.code::open));
        actions.set(Action.FORWARD, () -> trail.go(1).ifPresent(models.code::open));
        actions.set(Action.LARGER, () -> looks.resize(1));
        actions.set(Action.SMALLER, () -> looks.resize(-1));
        actions.set(Action.NORMAL_SIZE, () -> looks.resize(0));
        Node sheet = Views.load(new ShortcutsController(overlay::close));
        actions.set(Action.SHORTCUTS, () -> overlay.show(sheet));
        var palette = new PaletteViewModel(actions);
        Node list = Views.load(new PaletteController(palette, overlay::close));
        actions.set(
                Action.PALETTE,
                () -> {
                    palette.open();
                    overlay.show(list);
                });
        actions.set(
                Action.CLOSE_WINDOW,
                () -> {
                    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
                    stage.close();
                });
    }
}
