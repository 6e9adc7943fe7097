package dev.pareto.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// The two looks of the window: AtlantaFX Primer with our colours, fonts and measures over it.
/// JavaFX thread.
public enum Look {
    LIGHT,
    DARK;

    private static final String ROOM = "/dev/pareto/ui/";
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Italic.otf",
                    "Inter-SemiBold.otf",
                    "JetBrainsMonoNL-Regular.ttf",
                    "JetBrainsMonoNL-SemiBold.ttf");

    private static boolean fontsLoaded;

    /// What the system asks for at this moment.
    public static Look ofSystem() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    /// Calls back whenever the system changes between light and dark.
    public static void onSystemChange(Runnable action) {
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> action.run());
    }

    /// Gives the scene this look. The base of it holds for the whole application.
    public void apply(Scene scene) {
        loadFonts();
        Application.setUserAgentStylesheet(
                this == DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        String tokens = this == DARK ? "theme/dark.css" : "theme/light.css";
        scene.getStylesheets().setAll(url(tokens), url("theme/base.css"));
    }

    private static void loadFonts() {
        if (fontsLoaded) {
            return;
        }
        fontsLoaded = true;
        for (String name : FONTS) {
            try (InputStream font = Look.class.getResourceAsStream(ROOM + "fonts/" + name)) {
                Font.loadFont(Objects.requireNonNull(font, name), 13);
            } catch (IOException broken) {
                throw new UncheckedIOException("cannot read the font " + name, broken);
            }
        }
    }

    private static String url(String name) {
        return Objects.requireNonNull(Look.class.getResource(ROOM + name), name).toExternalForm();
    }
}
