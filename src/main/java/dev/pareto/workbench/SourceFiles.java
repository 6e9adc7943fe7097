package dev.pareto.workbench;

import dev.pareto.python.ProgramFiles;
import dev.pareto.source.SourceReading;
import dev.pareto.source.SourceText;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The own code under a root as it was at one moment. Read, never executed.
///
/// @param readings by path under the root, with forward slashes
/// @param hash over all paths and bytes: the same own code has the same
record SourceFiles(Map<String, SourceReading> readings, String hash) {
    private static final long LARGEST_FILE = 16_000_000;

    /// @param left out: folders right below the root that are not the program's own
    static SourceFiles read(Path root, Set<String> left) throws ProblemException {
        Map<String, SourceReading> readings = new TreeMap<>();
        MessageDigest digest = sha256();
        try {
            if (!Files.isReadable(root)) {
                throw new AccessDeniedException(root.toString());
            }
            for (String path : ProgramFiles.ownCode(root)) {
                Path file = root.resolve(path);
                boolean ours = left.stream().noneMatch(folder -> path.startsWith(folder + "/"));
                if (ours && Files.isReadable(file) && Files.size(file) <= LARGEST_FILE) {
                    byte[] bytes = Files.readAllBytes(file);
                    digest.update(path.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(sha256().digest(bytes));
                    readings.put(path, SourceText.read(path, bytes));
                }
            }
        } catch (IOException e) {
            throw Problems.usage(
                    "The folder " + root + " cannot be read.",
                    "Pareto reads the Python files of the program before it does anything.",
                    "Check that the folder is there and that you may read it.",
                    e.toString());
        }
        return new SourceFiles(readings, HexFormat.of().formatHex(digest.digest()));
    }

    static String path(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /// The text of a file; empty where there is no such file.
    Optional<SourceText> text(String path) throws ProblemException {
        return switch (readings.get(path)) {
            case null -> Optional.empty();
            case SourceReading.Decoded(SourceText text) -> Optional.of(text);
            case SourceReading.Undecodable(_, _, String reason) ->
                    throw Problems.usage(
                            path + " cannot be read as Python source. " + reason,
                            "Python itself would refuse it too.",
                            "Save it as UTF-8, or declare its encoding in the first line.",
                            "");
            case SourceReading.HasNul(_, int line) ->
                    throw Problems.usage(
                            "%s holds a NUL character in line %d.".formatted(path, line),
                            "Python accepts none, so this is not a Python source file.",
                            "Is it perhaps a compiled or damaged file?",
                            "");
        };
    }

    /// All files that are text.
    List<SourceText> texts() {
        List<SourceText> texts = new ArrayList<>();
        for (SourceReading reading : readings.values()) {
            if (reading instanceof SourceReading.Decoded(SourceText text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    /// Paths, the entry first.
    List<String> files(Optional<String> entry) {
        List<String> files = new ArrayList<>(readings.keySet());
        entry.filter(files::remove).ifPresent(files::addFirst);
        return files;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
