package dev.pareto.cli;

import dev.pareto.program.Variant;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Session;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// Where a changed program is written: a file ending in `.py` when one file changed, else a folder.
/// Never the program itself, not even when asked to in passing.
record Destination(Path path) {
    static Destination of(Shell shell, Path target) {
        return new Destination(shell.folder().resolve(target).normalize());
    }

    private boolean isFile() {
        return path.toString().endsWith(".py");
    }

    /// Refuses the program's own files, before any work is done.
    void check(Session session) throws ProblemException {
        check(session, session.snapshot().files());
    }

    /// The same, fit for what a variant changes: several files do not fit into one, so they go to a
    /// folder named as it, without `.py`.
    Destination fitting(Variant variant) {
        String name = path.getFileName().toString();
        return isFile() && variant.changes().size() > 1
                ? new Destination(path.resolveSibling(name.substring(0, name.length() - 3)))
                : this;
    }

    /// Returns what was written.
    List<Path> write(Session session, Variant variant) throws ProblemException {
        check(session, variant.changes().keySet());
        return isFile()
                ? List.of(session.exportFile(variant.id(), path))
                : session.export(variant.id(), path);
    }

    private void check(Session session, Collection<String> files) throws ProblemException {
        Path root = session.snapshot().program().root();
        boolean own =
                path.equals(root)
                        || files.stream().anyMatch(file -> root.resolve(file).equals(path));
        if (own) {
            throw Programs.usage(
                    path + " belongs to the program itself.",
                    "The fix is written elsewhere, so that you can measure it first.",
                    "Choose another name, compare the two, and copy it over when it is faster.");
        }
    }
}
