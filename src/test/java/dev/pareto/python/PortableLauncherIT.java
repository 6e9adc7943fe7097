package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class PortableLauncherIT extends MeasuredTruth {
    @Override
    Launcher open(Path python, PythonSources sources) {
        return new PortableLauncher(python, sources);
    }

    @Override
    String script() {
        return "portable.py";
    }

    @Test
    void isChosenWhereItIsForced() {
        String before = System.setProperty("pareto.launcher", "portable");
        try (var sources = PythonSources.extract();
                var chosen = Launchers.forThisMachine(python, sources)) {
            assertInstanceOf(PortableLauncher.class, chosen);
        } finally {
            if (before == null) {
                System.clearProperty("pareto.launcher");
            } else {
                System.setProperty("pareto.launcher", before);
            }
        }
    }
}
