package dev.pareto.profiler;

import dev.pareto.profile.CodeFile;
import dev.pareto.profile.CodeFile.Owner;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Tells whose code a file is, by the name that the interpreter gives it. One thread.
final class CodeFiles {
    private static final String BUILTIN = "~";

    private final Path root;
    private final Map<String, CodeFile> known = new HashMap<>();

    /// @param root of the copy that runs, absolute and real
    CodeFiles(Path root) {
        this.root = root;
    }

    CodeFile of(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    private CodeFile find(String name) {
        if (name.equals(BUILTIN)) {
            return new CodeFile(BUILTIN, Owner.BUILTIN);
        }
        if (name.startsWith("<")) {
            return new CodeFile(name, Owner.LIBRARY);
        }
        try {
            Path path = root.resolve(name).normalize();
            return path.startsWith(root)
                            && !path.equals(root)
                            && !isInstalled(root.relativize(path))
                    ? new CodeFile(root.relativize(path).toString().replace('\\', '/'), Owner.OWN)
                    : new CodeFile(path.toString(), Owner.LIBRARY);
        } catch (InvalidPathException e) {
            return new CodeFile(name, Owner.LIBRARY);
        }
    }

    private static boolean isInstalled(Path path) {
        for (Path part : path) {
            String folder = part.toString();
            if (folder.equals("site-packages") || folder.equals("dist-packages")) {
                return true;
            }
        }
        return false;
    }
}
