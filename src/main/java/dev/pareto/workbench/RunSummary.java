package dev.pareto.workbench;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// How a run ended, in words for people. The window and the command line say the same.
///
/// @param what happened, one sentence; @param meaning and @param remedy: empty where there is
///   nothing to say
/// @param traceback null where Python printed none
public record RunSummary(
        Kind kind, String what, String meaning, String remedy, @Nullable Traceback traceback) {
    /// How it ended.
    public enum Kind {
        /// With status 0.
        FINISHED,
        /// With another status, and no traceback.
        STATUS,
        /// An exception that nobody caught.
        EXCEPTION,
        /// Python did not accept the source.
        SYNTAX_ERROR,
        /// It asked for input, and there was none.
        INPUT_MISSING,
        /// A signal ended it.
        SIGNAL,
        TIME_LIMIT,
        MEMORY_LIMIT,
        SCRATCH_LIMIT,
        PROCESS_LIMIT,
        /// The user stopped it.
        CANCELLED,
        /// What watches programs failed, or the program could not be started.
        NOT_WATCHED
    }

    /// Whether the program did what it was asked to.
    public boolean succeeded() {
        return kind == Kind.FINISHED;
    }

    public Optional<Traceback> lastTraceback() {
        return Optional.ofNullable(traceback);
    }

    /// All of it as one text.
    public String text() {
        return String.join(" ", what, meaning, remedy).strip().replaceAll(" +", " ");
    }
}
