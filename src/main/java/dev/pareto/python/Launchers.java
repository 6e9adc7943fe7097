package dev.pareto.python;

import java.nio.file.Path;
import java.util.Locale;

/// Chooses the launcher.
public final class Launchers {
    private Launchers() {}

    /// The best launcher for this machine. The system property `pareto.launcher` or the environment
    /// variable PARETO_LAUNCHER, set to `portable`, forces the portable one.
    ///
    /// @param python an interpreter outside of any opened folder
    ///   ([dev.pareto.program.Interpreter]'s base); it runs the launcher, and may differ from those
    ///   that run the programs
    public static Launcher forThisMachine(Path python, PythonSources sources) {
        return isLinux() && !isPortableForced()
                ? new LinuxLauncher(python, sources)
                : new PortableLauncher(python, sources);
    }

    static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    static boolean isPortableForced() {
        String chosen =
                System.getProperty(
                        "pareto.launcher", System.getenv().getOrDefault("PARETO_LAUNCHER", ""));
        return chosen.equalsIgnoreCase("portable");
    }
}
