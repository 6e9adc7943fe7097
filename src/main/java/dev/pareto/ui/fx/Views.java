package dev.pareto.ui.fx;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;

/// Loads screens. `AdviceController` belongs to `Advice.fxml` in the same package; the controller
/// is made by hand with what it needs, and given here.
public final class Views {
    private Views() {}

    /// The root of the controller's FXML, with its `@FXML` fields set and `initialize` called.
    /// JavaFX thread.
    public static Parent load(Object controller) {
        Class<?> type = controller.getClass();
        String file = type.getSimpleName().replaceFirst("Controller$", ".fxml");
        URL url =
                Objects.requireNonNull(
                        type.getResource(file), () -> "no " + file + " beside " + type);
        var loader = new FXMLLoader(url, Messages.BUNDLE);
        loader.setControllerFactory(_ -> controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot load " + file, broken);
        }
    }
}
