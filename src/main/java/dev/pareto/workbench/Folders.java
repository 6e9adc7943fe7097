package dev.pareto.workbench;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where Pareto keeps what it remembers, and where what ships with it lies.
///
/// @param data settings and history; created when first written
/// @param lessons the shipped pack
public record Folders(Path data, Path lessons) {
    /// The folders of this user: `PARETO_DATA` where it is set, else XDG on Linux, Application
    /// Support on macOS, AppData on Windows.
    ///
    /// @param home of the installation (`pareto.home`), or the checkout; lessons lie in it
    public static Folders ofUser(Map<String, String> environment, Path userHome, Path home) {
        return new Folders(data(environment, userHome), home.resolve("lessons"));
    }

    private static Path data(Map<String, String> environment, Path userHome) {
        @Nullable String own = environment.get("PARETO_DATA");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return userHome.resolve("Library/Application Support/Pareto");
        }
        if (system.contains("windows")) {
            @Nullable String appData = environment.get("APPDATA");
            return (appData == null ? userHome : Path.of(appData)).resolve("Pareto");
        }
        @Nullable String xdg = environment.get("XDG_DATA_HOME");
        return (xdg == null || xdg.isBlank() ? userHome.resolve(".local/share") : Path.of(xdg))
                .resolve("pareto");
    }

    public Path history() {
        return data.resolve("history.db");
    }

    public Path settings() {
        return data.resolve("settings.json");
    }
}
