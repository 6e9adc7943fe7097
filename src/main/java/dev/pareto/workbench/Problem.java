package dev.pareto.workbench;

/// Something went wrong in a way that was to be expected. For people.
///
/// @param kind decides the exit status and the icon
/// @param what happened, one sentence; @param meaning of it; @param remedy what to do
/// @param details to copy: traceback, file names; may be empty
public record Problem(Kind kind, String what, String meaning, String remedy, String details) {
    /// What sort of problem.
    public enum Kind {
        /// Wrong usage: a missing file, an unreadable argument.
        USAGE,
        /// An interpreter, package or ability is missing.
        MISSING,
        /// The program failed.
        PROGRAM,
        /// Our own fault or the machine's.
        INTERNAL
    }

    /// All of it as one text.
    public String text() {
        return String.join(" ", what, meaning, remedy).strip().replaceAll(" +", " ");
    }
}
