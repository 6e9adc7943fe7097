package dev.pareto.python;

import dev.pareto.program.Interpreter;
import dev.pareto.python.ToolEnvironments.Made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Makes an environment and installs packages into it, by `venv` and pip. A half-made one lies
/// beside its place until it is complete.
///
/// @param requirements versions and hashes of all that is installed, as pip has them
/// @param visible folders with packages that are seen in it, too, after its own
record EnvironmentMaking(Path requirements, List<Path> visible) {
    private static final Duration VENV = Duration.ofMinutes(3);
    private static final Duration INSTALL = Duration.ofMinutes(15);

    EnvironmentMaking {
        visible = List.copyOf(visible);
    }

    /// Makes it, anew where there is one. Blocks; uses the network, with the user's own settings.
    ///
    /// @param complete where it will lie
    Made make(Interpreter interpreter, Path complete, StopSignal stop, Consumer<String> told)
            throws InterruptedException {
        Path folder = complete.resolveSibling("");
        Path made = folder.resolve("." + complete.getFileName() + ".new");
        try {
            ScratchFolders.delete(made);
            Files.createDirectories(folder);
            told.accept("Making an environment with " + interpreter.label());
            var venv =
                    ToolProcess.run(
                            List.of(
                                    interpreter.base().toString(),
                                    "-I",
                                    "-m",
                                    "venv",
                                    "--clear",
                                    made.toString()),
                            folder,
                            VENV,
                            stop,
                            _ -> {});
            if (stop.isRequested()) {
                return new Made.Cancelled();
            }
            var python = PyvenvConfig.read(made).flatMap(PyvenvConfig::executable);
            if (venv.status() != 0 || python.isEmpty()) {
                return new Made.Failed(
                        interpreter.label()
                                + " could not make an environment. On Debian and Ubuntu this needs"
                                + " the package python3-venv.",
                        venv.printed());
            }
            return install(interpreter, python.get(), made, complete, stop, told);
        } catch (IOException e) {
            return new Made.Failed(
                    "The environment could not be written to " + folder + ". Is the disk full?",
                    e.toString());
        } finally {
            ScratchFolders.delete(made);
        }
    }

    private Made install(
            Interpreter interpreter,
            Path python,
            Path made,
            Path complete,
            StopSignal stop,
            Consumer<String> told)
            throws IOException, InterruptedException {
        var pip =
                ToolProcess.run(
                        List.of(
                                python.toString(),
                                "-I",
                                "-m",
                                "pip",
                                "install",
                                "--disable-pip-version-check",
                                "--no-input",
                                "--retries",
                                "1",
                                "--progress-bar",
                                "off",
                                "--only-binary",
                                ":all:",
                                "--require-hashes",
                                "-r",
                                requirements.toString()),
                        complete.resolveSibling(""),
                        INSTALL,
                        stop,
                        line -> {
                            if (line.startsWith("Collecting") || line.startsWith("Installing")) {
                                told.accept(line.strip().replaceFirst(" \\(from .*", ""));
                            }
                        });
        if (stop.isRequested()) {
            return new Made.Cancelled();
        }
        if (pip.status() != 0) {
            return isOffline(pip.printed())
                    ? new Made.Offline(pip.printed())
                    : new Made.Failed(
                            "pip could not install the packages for " + interpreter.label() + ".",
                            pip.printed());
        }
        String version = ToolEnvironments.minor(interpreter);
        show(ToolEnvironments.sitePackages(made, version).orElseThrow(EnvironmentMaking::vanished));
        ScratchFolders.delete(complete);
        Files.move(made, complete, StandardCopyOption.ATOMIC_MOVE);
        return new Made.Ready(
                ToolEnvironments.read(complete, version).orElseThrow(EnvironmentMaking::vanished));
    }

    /// A line of a `.pth` file that starts with `import` is executed; this one makes the `.pth`
    /// files of the shown folders count as well, as editable installs need.
    private void show(Path packages) throws IOException {
        if (visible.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        for (Path folder : visible) {
            String text = folder.toString().replace("\\", "\\\\").replace("'", "\\'");
            lines.append("import site; site.addsitedir('").append(text).append("')\n");
        }
        Files.writeString(packages.resolve("pareto_visible.pth"), lines.toString());
    }

    private static IOException vanished() {
        return new IOException("It vanished");
    }

    private static boolean isOffline(String printed) {
        return printed.contains("Failed to establish a new connection")
                || printed.contains("NameResolutionError")
                || printed.contains("ConnectTimeoutError")
                || printed.contains("ProxyError")
                || printed.contains("Network is unreachable");
    }
}
