package dev.pareto.ui.code;

import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.ThreadJobs;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.Snapshot;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.fxmisc.richtext.CodeArea;

import java.util.ArrayList;
import java.util.List;

/// The editor in a window, with real jobs, for tests. Its methods are called from the test's
/// thread.
final class CodeStage {
    final List<String> asked = new ArrayList<>();
    final ThreadJobs jobs = new ThreadJobs();
    final Actions actions;
    final CodeViewModel model;
    final Stage stage;

    CodeStage(int width, int height) throws InterruptedException {
        model = Fx.get(() -> new CodeViewModel(jobs));
        actions = Fx.get(Actions::new);
        var asks =
                new CodeActions(
                        (variant, path, text) ->
                                asked.add("edited " + variant + " " + path + "\n" + text),
                        id -> asked.add("variant " + id),
                        () -> asked.add("profile"),
                        file -> asked.add("dropped " + file));
        stage =
                Fx.get(
                        () -> {
                            var root =
                                    (Region)
                                            Views.load(
                                                    new CodeController(model, asks, actions, jobs));
                            Stage shown = Screens.show(root, width, height);
                            actions.install(shown.getScene());
                            return shown;
                        });
    }

    void resize(int width, int height) throws InterruptedException {
        Fx.run(
                () -> {
                    stage.setWidth(width);
                    stage.setHeight(height);
                });
    }

    /// Shows a state and waits until its text is there.
    void show(Snapshot snapshot, String variant) throws InterruptedException {
        show(snapshot, variant, Samples::text);
    }

    void show(Snapshot snapshot, String variant, Texts texts) throws InterruptedException {
        Fx.run(() -> model.show(snapshot, variant, texts));
        Fx.await("the text is shown", () -> area().getLength() > 0);
        settle();
    }

    /// Lets what was put off until the next frame happen.
    void settle() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            Fx.run(
                    () -> {
                        stage.getScene().getRoot().applyCss();
                        stage.getScene().getRoot().layout();
                    });
        }
        int[] frames = {0};
        Fx.await("some frames have passed", () -> frames[0]++ > 3);
    }

    CodeArea area() {
        return stage.getScene().getRoot().lookup(".code-area") instanceof CodeArea area
                ? area
                : new CodeArea();
    }

    Node node(String selector) {
        Node found = stage.getScene().getRoot().lookup(selector);
        if (found == null) {
            throw new AssertionError("nothing is " + selector);
        }
        return found;
    }

    void press(Node target, KeyCode code, boolean shift) throws InterruptedException {
        Fx.run(
                () ->
                        target.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        shift,
                                        false,
                                        false,
                                        false)));
    }

    List<String> texts() throws InterruptedException {
        return Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
    }

    void close() throws InterruptedException {
        jobs.close();
        Fx.run(stage::close);
    }
}
