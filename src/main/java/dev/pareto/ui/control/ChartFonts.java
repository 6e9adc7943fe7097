package dev.pareto.ui.control;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The bundled fonts as JFreeChart wants them. AWT has to read them itself: it measures texts, and
/// its name for the family is what JavaFX then draws with.
public final class ChartFonts {
    private static final Font INTER = read("Inter-Regular.otf");
    private static final Font MONO = read("JetBrainsMonoNL-Regular.ttf");

    private ChartFonts() {}

    /// For ticks and words.
    public static Font text(float size) {
        return INTER.deriveFont(size);
    }

    public static Font bold(float size) {
        return INTER.deriveFont(Font.BOLD, size);
    }

    /// For code and names.
    public static Font code(float size) {
        return MONO.deriveFont(size);
    }

    private static Font read(String name) {
        try (InputStream in =
                ChartFonts.class.getResourceAsStream("/dev/pareto/ui/fonts/" + name)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, name));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the font " + name, broken);
        } catch (FontFormatException broken) {
            throw new IllegalStateException("cannot use the font " + name, broken);
        }
    }
}
