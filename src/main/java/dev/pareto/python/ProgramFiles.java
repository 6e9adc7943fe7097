package dev.pareto.python;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Which files of a root belong to the program: everything but environments, histories, caches and
/// what else tools keep for themselves.
public final class ProgramFiles {
    /// Holds what tools keep for themselves, what can be made again, and other people's code.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    ".git",
                    ".hg",
                    ".svn",
                    ".bzr",
                    ".venv",
                    ".tox",
                    ".nox",
                    ".direnv",
                    ".pixi",
                    ".eggs",
                    ".idea",
                    ".vscode",
                    "node_modules",
                    "__pypackages__");

    private static final Set<String> CACHES =
            Set.of(
                    "__pycache__",
                    ".cache",
                    ".mypy_cache",
                    ".pytest_cache",
                    ".ruff_cache",
                    ".hypothesis",
                    ".ipynb_checkpoints");

    private ProgramFiles() {}

    /// All own code: the Python files, without those in hidden folders, as paths under the root
    /// with forward slashes, sorted. What cannot be read is left out; links are not followed.
    public static List<String> ownCode(Path root) throws IOException {
        var files = new ArrayList<String>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return folder.equals(root) || isOwn(folder)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (isPython(file) && attributes.isRegularFile()) {
                            files.add(slashed(root.relativize(file)));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(files);
        return List.copyOf(files);
    }

    static boolean isPython(Path file) {
        return file.toString().endsWith(".py");
    }

    /// With forward slashes on every system.
    static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    /// Whether a folder is no part of the program: an environment, a cache, a history.
    static boolean isLeftOut(Path folder) {
        String name = name(folder);
        return LEFT_OUT.contains(name)
                || CACHES.contains(name)
                || Files.exists(folder.resolve("pyvenv.cfg"))
                || Files.exists(folder.resolve("conda-meta"));
    }

    /// Whether a folder holds what tools wrote for their own next run, and no output.
    static boolean isCache(Path folder) {
        return CACHES.contains(name(folder));
    }

    private static boolean isOwn(Path folder) {
        return !name(folder).startsWith(".") && !isLeftOut(folder);
    }

    private static String name(Path folder) {
        Path name = folder.getFileName();
        return name == null ? "" : name.toString();
    }
}
