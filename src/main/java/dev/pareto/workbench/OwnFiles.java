package dev.pareto.workbench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the Python files of a program. Links are not followed.
final class OwnFiles extends SimpleFileVisitor<Path> {
    private static final Set<String> NOT_OWN =
            Set.of("__pycache__", "node_modules", "site-packages", "__pypackages__");

    private final Path root;
    private final Set<String> left;
    private final int most;
    private final List<Path> found = new ArrayList<>();

    /// @param left names of folders right below the root to leave out; @param most files
    OwnFiles(Path root, Set<String> left, int most) {
        this.root = root;
        this.left = left;
        this.most = most;
    }

    List<Path> list() throws IOException {
        Files.walkFileTree(root, this);
        return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        String name = folder.getFileName().toString();
        boolean environment =
                Files.exists(folder.resolve("pyvenv.cfg"))
                        || Files.isDirectory(folder.resolve("conda-meta"));
        boolean leftOut = root.equals(folder.getParent()) && left.contains(name);
        return name.startsWith(".") || NOT_OWN.contains(name) || environment || leftOut
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && file.toString().endsWith(".py")) {
            found.add(file);
        }
        return found.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /// A folder below that cannot be read holds nothing that Python could import.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
            throw failure;
        }
        return FileVisitResult.CONTINUE;
    }
}
