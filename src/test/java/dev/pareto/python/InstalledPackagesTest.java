package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.program.Interpreter;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class InstalledPackagesTest {
    @TempDir Path folder;

    @Test
    void readsThoseOfTheEnvironmentWhenThereIsOne() throws Exception {
        install("base/lib/python3.12/site-packages/numpy-1.0.dist-info");
        install("env/lib/python3.12/site-packages/requests-2.0.dist-info");
        install("env/lib/python3.12/site-packages/requests");
        assertEquals(List.of("requests-2.0"), of(folder.resolve("env")));
    }

    @Test
    void readsThoseOfTheInstallationOnEachKindOfSystem() throws Exception {
        install("base/lib/python3.12/site-packages/numpy-1.0.dist-info");
        install("base/lib/python3/dist-packages/apt-2.0.dist-info");
        install("base/Lib/site-packages/pip-3.0.dist-info");
        assertEquals(List.of("apt-2.0", "numpy-1.0", "pip-3.0"), of(null));
    }

    @Test
    void isEmptyWhereNothingCanBeRead() throws Exception {
        assertEquals(List.of(), of(folder.resolve("gone")));
    }

    private void install(String path) throws IOException {
        Files.createDirectories(folder.resolve(path));
    }

    private List<String> of(@Nullable Path environment) throws IOException {
        Path python = folder.resolve("base/bin/python3");
        Files.createDirectories(python.getParent());
        if (!Files.exists(python)) {
            Files.createFile(python);
        }
        return InstalledPackages.of(
                new Interpreter(python, python, "3.12.1", "CPython", environment));
    }
}
