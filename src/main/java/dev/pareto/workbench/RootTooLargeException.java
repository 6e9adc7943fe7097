package dev.pareto.workbench;

import java.util.List;

/// The root is too large to be copied, and the user must say what to do about it: leave folders
/// out, or link some ([Session#useFolders]).
public final class RootTooLargeException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> largest;

    RootTooLargeException(Problem problem, List<String> largest) {
        super(problem);
        this.largest = List.copyOf(largest);
    }

    /// The largest folders and files, as paths under the root.
    public List<String> largest() {
        return largest;
    }
}
