package dev.pareto.python;

import dev.pareto.program.Input;
import dev.pareto.program.Output;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;

import java.nio.file.Path;
import java.util.Map;

/// One variant of a program in a private copy, ready to run: own code with the variant's changes,
/// the root's other files, and own-code roots mapped on PYTHONPATH so that the variant is what
/// runs. The user's folder is only read. Not safe for two runs at once.
public interface Workspace extends AutoCloseable {
    Program program();

    Variant variant();

    /// The copy of the program's root.
    Path root();

    /// The command for one run. `extra` is added to the environment last (PYTHONHASHSEED, padding).
    Command command(Input input, Limits limits, Map<String, String> extra);

    /// Compiles own code before it runs, so that no measured run pays for it; a changed file only
    /// once it is proven that it is loaded, since its byte code is the proof. Executes nothing of
    /// the program, and is done by its base interpreter. Blocks. What does not compile is left to
    /// the run.
    void compileAhead() throws InterruptedException;

    /// Files that were created or changed since the last reset, path under the root → SHA-256;
    /// caches of byte code and the like left out. A file that is gone has the value "deleted"; what
    /// is no regular file, some words that say so.
    Map<String, String> leftFiles();

    /// Puts the copy back as it was before the first run; byte code that was compiled stays.
    void reset();

    /// Whether each changed file of the variant was loaded from this copy, judged after a run.
    Proof proof();

    /// The whole output of a finished run in this workspace.
    default Output output(Ended.Finished ended) {
        return new Output(ended.exit(), ended.stdout(), ended.stderr(), leftFiles());
    }

    /// Deletes the copy.
    @Override
    void close();

    /// The proof that the variant is what ran.
    sealed interface Proof {
        /// Every changed file was loaded from the copy, with the content of the variant.
        record Loaded() implements Proof {}

        /// This changed file was not; the reason is for people.
        record NotLoaded(String path, String reason) implements Proof {}
    }
}
