package dev.pareto.trial;

import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.python.Workspace;
import dev.pareto.python.Workspaces;
import dev.pareto.python.Workspaces.Made;

import java.util.ArrayList;
import java.util.List;

/// The lanes of a trial. Pairs in different lanes may run at the same time, since no copy of a side
/// is in two of them: the coin that decides the order is thrown for each pair, so the test does not
/// care whether another pair ran meanwhile.
final class Lanes implements AutoCloseable {
    private final Workspaces workspaces;
    private final Program program;
    private final Variant reference;
    private final Variant candidate;
    private final List<Lane> open = new ArrayList<>();

    Lanes(Workspaces workspaces, Program program, Variant reference, Variant candidate) {
        this.workspaces = workspaces;
        this.program = program;
        this.reference = reference;
        this.candidate = candidate;
    }

    /// Opens one more.
    Opened add() {
        Made made = workspaces.make(program, reference);
        if (!(made instanceof Made.Ready(Workspace first))) {
            return new Opened.Refused(refusal(made));
        }
        var baseline = new Contender(first);
        Made other = workspaces.make(program, candidate);
        if (!(other instanceof Made.Ready(Workspace second))) {
            baseline.close();
            return new Opened.Refused(refusal(other));
        }
        var lane = new Lane(baseline, new Contender(second));
        open.add(lane);
        return new Opened.Ready(lane);
    }

    /// Closes the last one that was added.
    void drop() {
        open.removeLast().close();
    }

    List<Lane> open() {
        return open;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            drop();
        }
    }

    /// What came of adding one.
    sealed interface Opened {
        record Ready(Lane lane) implements Opened {}

        /// The reason is for people.
        record Refused(String why) implements Opened {}
    }

    static String refusal(Made made) {
        return switch (made) {
            case Made.TooLarge large ->
                    "The program's folder holds "
                            + large.size()
                            + " of other files, more than the "
                            + large.limit()
                            + " that are copied for a run. Leave folders out: the largest are "
                            + String.join(", ", large.largestFolders())
                            + ".";
            case Made.Failed(String message) -> message;
            case Made.Ready _ -> throw new IllegalArgumentException("nothing was refused");
        };
    }
}
