package dev.pareto.python;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The files on this machine that may be Python interpreters, by their names and places. Executes
/// none of them.
final class InstalledFiles {
    private static final List<String> NAMES =
            Stream.concat(
                            IntStream.iterate(14, minor -> minor >= 10, minor -> minor - 1)
                                    .mapToObj(minor -> "python3." + minor),
                            Stream.of("python3", "python", "python.exe"))
                    .toList();

    /// As `py -0p` ends its lines.
    private static final Pattern LISTED = Pattern.compile("([A-Za-z]:\\\\.*\\.exe)\\s*$");

    private final Map<String, String> environment;
    private final Path userHome;

    InstalledFiles(Map<String, String> environment, Path userHome) {
        this.environment = environment;
        this.userHome = userHome;
    }

    /// Executable files, each real file or environment once; those of the PATH first.
    List<Path> candidates() {
        var found = new LinkedHashMap<Path, Path>();
        for (Path folder : folders()) {
            for (String name : NAMES) {
                add(folder.resolve(name), found);
            }
        }
        pyLauncher().forEach(file -> add(file, found));
        return List.copyOf(found.values());
    }

    private static void add(Path file, Map<Path, Path> found) {
        try {
            if (Files.isRegularFile(file) && Files.isExecutable(file) && isProgram(file)) {
                // The interpreter of an environment is mostly a link to its base.
                Path identity =
                        PyvenvConfig.of(file)
                                .map(PyvenvConfig::folder)
                                .orElseGet(() -> file)
                                .toRealPath();
                found.putIfAbsent(identity, file);
            }
        } catch (IOException e) {
            // Not readable for us, so not to be offered.
        }
    }

    /// Scripts named like an interpreter are shims (pyenv, asdf), which start whatever the current
    /// folder asks for; empty files are the Windows Store's.
    private static boolean isProgram(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(2);
            return start.length == 2 && !(start[0] == '#' && start[1] == '!');
        }
    }

    private List<Path> folders() {
        var folders = new ArrayList<Path>();
        for (String entry :
                environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
            try {
                // A relative entry would mean another folder each time, perhaps the opened one.
                if (!entry.isBlank() && Path.of(entry).isAbsolute()) {
                    folders.add(Path.of(entry).normalize());
                }
            } catch (InvalidPathException e) {
                // No folder of this system.
            }
        }
        String pyenv = environment.getOrDefault("PYENV_ROOT", "");
        Path pyenvRoot = pyenv.isBlank() ? userHome.resolve(".pyenv") : Path.of(pyenv);
        below(pyenvRoot.resolve("versions"), "bin", folders);
        below(userHome.resolve(".local/share/uv/python"), "bin", folders);
        below(Path.of("/Library/Frameworks/Python.framework/Versions"), "bin", folders);
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (!local.isBlank()) {
            below(Path.of(local, "Programs", "Python"), "", folders);
            below(pyenvRoot.resolve("pyenv-win").resolve("versions"), "", folders);
        }
        for (String conda : List.of("miniforge3", "miniconda3", "anaconda3")) {
            folders.add(userHome.resolve(conda).resolve("bin"));
        }
        Stream.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin", "/opt/conda/bin")
                .map(Path::of)
                .forEach(folders::add);
        return folders;
    }

    private static void below(Path folder, String sub, List<Path> folders) {
        if (Files.isDirectory(folder)) {
            try (var each = Files.list(folder)) {
                each.sorted().map(version -> version.resolve(sub)).forEach(folders::add);
            } catch (IOException e) {
                // Not ours to read.
            }
        }
    }

    /// What the launcher of Windows lists. Written with care, untested.
    private List<Path> pyLauncher() {
        Stream<Path> places =
                Stream.of("SystemRoot", "LOCALAPPDATA")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(folder -> !folder.isBlank())
                        .flatMap(
                                folder ->
                                        Stream.of(
                                                Path.of(folder, "py.exe"),
                                                Path.of(
                                                        folder,
                                                        "Programs",
                                                        "Python",
                                                        "Launcher",
                                                        "py.exe")));
        return places.filter(Files::isRegularFile).findFirst().stream()
                .flatMap(InstalledFiles::listed)
                .toList();
    }

    /// @param py by its whole path: Windows would look in the current folder first
    private static Stream<Path> listed(Path py) {
        try {
            var process =
                    new ProcessBuilder(py.toString(), "-0p")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            try (var _ = new Deadline(process, java.time.Duration.ofSeconds(15))) {
                var output = new String(process.getInputStream().readAllBytes(), nativeCharset());
                return output.lines()
                        .map(LISTED::matcher)
                        .filter(java.util.regex.Matcher::find)
                        .map(line -> Path.of(line.group(1)));
            }
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static java.nio.charset.Charset nativeCharset() {
        return java.nio.charset.Charset.forName(
                System.getProperty("native.encoding", "UTF-8"),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
