package dev.pareto.workbench;

import dev.pareto.source.DiffRow;
import dev.pareto.source.SideBySide;
import dev.pareto.source.SourceText;

import java.util.List;

/// One file in two variants, line beside line.
///
/// @param path under the root, with forward slashes
/// @param before its text in the reference; empty where the file does not exist there
/// @param after its text in the candidate
/// @param rows all lines of both, aligned
public record FileComparison(String path, String before, String after, List<DiffRow> rows) {
    public FileComparison {
        rows = List.copyOf(rows);
    }

    /// Aligns two texts of a file.
    public static FileComparison of(String path, String before, String after) {
        List<DiffRow> rows =
                SideBySide.rows(SourceText.of(path, before), SourceText.of(path, after));
        return new FileComparison(path, before, after, rows);
    }

    /// Whether both texts are equal.
    public boolean isSame() {
        return before.equals(after);
    }
}
