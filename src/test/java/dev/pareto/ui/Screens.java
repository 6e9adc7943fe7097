package dev.pareto.ui;

import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Look;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Shows a part of the window in both themes and leaves pictures of it in `target/screens`.
public final class Screens {
    private static final Path FOLDER = Path.of("target", "screens");

    private Screens() {}

    /// Shows `root` in a window of the given size; call on the JavaFX thread.
    public static Stage show(Region root, int width, int height) {
        var stage = new Stage();
        root.getStyleClass().add("screen");
        stage.setScene(new Scene(root, width, height));
        Look.LIGHT.apply(stage.getScene());
        stage.show();
        return stage;
    }

    /// Pictures in both themes, `NAME-light.png` and `NAME-dark.png`.
    public static void shoot(Stage stage, String name) throws InterruptedException, IOException {
        Fx.run(() -> Look.LIGHT.apply(stage.getScene()));
        settle(stage);
        Fx.shoot(stage.getScene(), FOLDER.resolve(name + "-light.png"));
        Fx.run(() -> Look.DARK.apply(stage.getScene()));
        settle(stage);
        Fx.shoot(stage.getScene(), FOLDER.resolve(name + "-dark.png"));
    }

    /// All texts that a person would see below `node`; call on the JavaFX thread.
    public static List<String> texts(Node node) {
        var all = new ArrayList<String>();
        collect(node, all);
        return all;
    }

    private static void collect(Node node, List<String> into) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text && !text.getText().isEmpty()) {
            into.add(text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static void settle(Stage stage) throws InterruptedException {
        for (int pass = 0; pass < 3; pass++) {
            Fx.run(
                    () -> {
                        Parent root = stage.getScene().getRoot();
                        root.applyCss();
                        root.layout();
                    });
        }
    }
}
