package dev.pareto.python;

import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.quantity.Bytes;

import java.util.List;

/// Makes workspaces.
public interface Workspaces {
    /// Copies. Reads the root, executes nothing.
    Made make(Program program, Variant variant);

    /// What came of it.
    sealed interface Made {
        /// Ready. The caller closes it.
        record Ready(Workspace workspace) implements Made {}

        /// The root's other files are more than the limit; the largest folders first, for the
        /// question to the user.
        record TooLarge(Bytes size, Bytes limit, List<String> largestFolders) implements Made {}

        /// The root cannot be read or the scratch folder not be written.
        record Failed(String message) implements Made {}
    }
}
