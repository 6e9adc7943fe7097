package dev.pareto.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The ground that all tests of windows stand on: JavaFX starts, shows and draws without a display.
@ExtendWith(Fx.class)
class HeadlessWindowTest {
    @TempDir Path folder;

    @Test
    void runsOnTheModulePath() {
        assertTrue(Application.class.getModule().isNamed());
    }

    @Test
    void drawsAButtonOfAWindowThatIsShown() throws InterruptedException, IOException {
        var button = Fx.get(() -> new Button("Measure"));
        var stage = Fx.get(() -> show(button));
        var file = folder.resolve("shots/button.png");
        Fx.shoot(button.getScene(), file);
        Fx.run(stage::close);

        var image = new Image(Files.newInputStream(file));
        assertFalse(image.isError());
        assertEquals(200, image.getWidth());
        assertEquals(100, image.getHeight());
        assertEquals(Color.RED, image.getPixelReader().getColor(1, 1));
        assertFalse(isPlain(image, button), "the button is drawn with its text");
    }

    @Test
    void pressesAButton() throws InterruptedException {
        var button = Fx.get(() -> new Button("Measure"));
        var stage = Fx.get(() -> show(button));
        Fx.run(
                () -> {
                    button.setOnAction(_ -> Platform.runLater(() -> button.setText("Cancel")));
                    button.fire();
                });
        Fx.await("the button says Cancel", () -> button.getText().equals("Cancel"));
        Fx.run(stage::close);
    }

    @Test
    void passesOnWhatIsThrownOnTheJavaFxThread() {
        var thrown =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Fx.run(
                                        () -> {
                                            throw new IllegalStateException("no program is open");
                                        }));
        assertEquals("no program is open", thrown.getMessage());
    }

    private static Stage show(Button button) {
        var pane = new StackPane(button);
        pane.setStyle("-fx-background-color: red");
        var stage = new Stage();
        stage.setScene(new Scene(pane, 200, 100));
        stage.show();
        return stage;
    }

    private static boolean isPlain(Image image, Button button) {
        var bounds = button.getBoundsInParent();
        var pixels = image.getPixelReader();
        int y = (int) bounds.getCenterY();
        int first = pixels.getArgb((int) bounds.getMinX() + 4, y);
        for (int x = (int) bounds.getMinX() + 4; x < bounds.getMaxX() - 4; x++) {
            if (pixels.getArgb(x, y) != first) {
                return false;
            }
        }
        return true;
    }
}
