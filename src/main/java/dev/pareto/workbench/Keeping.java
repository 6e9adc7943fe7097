package dev.pareto.workbench;

import dev.pareto.program.Variant;
import dev.pareto.source.SourceText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes variants to files: the only place where the user's files are changed, and only when asked
/// to.
final class Keeping {
    private final State state;
    private final Sources sources;
    private final Variants variants;

    Keeping(State state, Sources sources, Variants variants) {
        this.state = state;
        this.sources = sources;
        this.variants = variants;
    }

    /// Writes the files that a variant changes into another folder, at the same paths.
    List<Path> export(String id, Path folder) throws ProblemException {
        Variant variant = sources.variant(id);
        Map<Path, SourceText> files = new TreeMap<>();
        for (String path : variant.changes().keySet()) {
            files.put(folder.resolve(path), sources.text(variant, path).orElseThrow());
        }
        return write(files);
    }

    /// Writes the one file that a variant changes to a path.
    Path exportFile(String id, Path file) throws ProblemException {
        Variant variant = sources.variant(id);
        if (variant.changes().size() != 1) {
            throw Problems.usage(
                    "The variant changes %d files, and %s is one."
                            .formatted(variant.changes().size(), file),
                    "They belong together.",
                    "Name a folder instead, or write the difference (--patch FILE.diff).",
                    "");
        }
        String path = variant.changes().keySet().iterator().next();
        return write(Map.of(file, sources.text(variant, path).orElseThrow())).getFirst();
    }

    /// Makes the user's own files those of a variant; of the baseline: what they were before. The
    /// session's variants and measurements stay as they are.
    List<Path> keep(String id) throws ProblemException {
        String before = sources.code().hash();
        SourceFiles disk = sources.refresh();
        if (!before.equals(sources.code().hash())) {
            throw Problems.usage(
                    "The program's files were changed outside of Pareto meanwhile.",
                    "Keeping the variant would overwrite those changes.",
                    "Look at the files, and measure again.",
                    "");
        }
        Path root = state.snapshot().program().root();
        Map<Path, SourceText> files = new TreeMap<>();
        Variant wanted = sources.over(disk, sources.variant(id));
        for (String path : wanted.changes().keySet()) {
            files.put(root.resolve(path), sources.text(sources.variant(id), path).orElseThrow());
        }
        List<Path> written = write(files);
        sources.wrote(SourceFiles.read(root, sources.leftOut()));
        for (Variant variant : state.snapshot().variants()) {
            if (!variant.isBaseline()) {
                variants.keep(variant);
            }
        }
        return written;
    }

    private static List<Path> write(Map<Path, SourceText> files) throws ProblemException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<Path, SourceText> file : files.entrySet()) {
            Path target = file.getKey().toAbsolutePath();
            try {
                Files.createDirectories(target.getParent());
                Path fresh = Files.createTempFile(target.getParent(), ".pareto-", ".new");
                try {
                    Files.write(fresh, file.getValue().bytes());
                    copyMode(target, fresh);
                    Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(fresh);
                }
            } catch (IOException e) {
                throw Problems.internal(
                        "%s could not be written.".formatted(target),
                        written.isEmpty()
                                ? "Nothing was changed."
                                : "These were written before it: %s.".formatted(written),
                        "Check that the folder is writable and the disk not full.",
                        e.toString());
            }
            written.add(target);
        }
        return written;
    }

    /// An executable script stays one; a new file gets the usual mode instead of a private one.
    private static void copyMode(Path old, Path fresh) throws IOException {
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    fresh,
                    Files.exists(old)
                            ? Files.getPosixFilePermissions(old)
                            : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
