package dev.pareto.cli;

import dev.pareto.source.SourceReading;
import dev.pareto.source.SourceText;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The second side of a comparison, as changes of the first.
///
/// @param session of the first side; @param before as it was named; @param after the other one
record Twin(Session session, Path before, Path after) {
    /// Path under the first side's root → text of the second side. Files that only the first has
    /// stay as they are.
    Map<String, String> changes() throws ProblemException {
        if (!Files.exists(after)) {
            throw Programs.usage(
                    "There is no file " + after + ".", "", "Check the name of the second side.");
        }
        if (Files.isDirectory(before) != Files.isDirectory(after)) {
            throw Programs.usage(
                    "One of the two is a folder, the other is not.",
                    "",
                    "Compare two scripts, or two folders with the same entry.");
        }
        Map<String, String> changes = new TreeMap<>();
        if (!Files.isDirectory(after)) {
            changes.put(entry(), read(after).text());
            return changes;
        }
        for (String path : session.snapshot().files()) {
            Path file = after.resolve(path);
            if (Files.isRegularFile(file)) {
                changes.put(path, read(file).text());
            } else if (path.equals(entry())) {
                throw Programs.usage(
                        "%s has no %s.".formatted(after, path),
                        "It is where the program of " + before + " begins.",
                        "Compare folders with the same entry, or two scripts.");
            }
        }
        return changes;
    }

    private String entry() {
        return session.snapshot().files().getFirst();
    }

    private static SourceText read(Path file) throws ProblemException {
        try {
            return switch (SourceText.read(
                    file.getFileName().toString(), Files.readAllBytes(file))) {
                case SourceReading.Decoded(SourceText text) -> text;
                case SourceReading.Undecodable(_, _, String reason) ->
                        throw unreadable(file, reason);
                case SourceReading.HasNul _ -> throw unreadable(file, "It holds a NUL character.");
            };
        } catch (IOException e) {
            throw unreadable(file, "Is it there, and may you read it?");
        }
    }

    private static ProblemException unreadable(Path file, String reason) {
        return Programs.usage(
                file + " cannot be read as Python source.",
                reason,
                "Save it as UTF-8, or declare its encoding in the first line.");
    }
}
