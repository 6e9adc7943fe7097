package dev.pareto.python;

import java.util.List;

/// Starts programs, watches their limits, and reports what they used. Safe for several threads;
/// every run is its own [Running].
///
/// Two implementations: one for Linux (a tiny Python process that forks, pins, limits and waits)
/// and a portable one. A switch forces the portable one.
public interface Launcher extends AutoCloseable {
    /// Starts all commands at the same instant; with [Placement#PAIRED] on cores which the launcher
    /// chooses, only where it [Abilities#pins()].
    ///
    /// @throws LauncherException when nothing could be started: the interpreter is missing or
    ///   cannot be executed, or the launcher itself died
    List<Running> start(List<Command> together, Placement placement) throws LauncherException;

    /// Starts one command wherever the system puts it.
    default Running start(Command command) throws LauncherException {
        return start(List.of(command), Placement.ANY_CORE).getFirst();
    }

    Abilities abilities();

    /// Ends everything that still runs.
    @Override
    void close();

    /// Where the processes of one start may run.
    enum Placement {
        /// Wherever the system puts them.
        ANY_CORE,
        /// Each two commands that follow each other share one core, which no other two have as long
        /// as there are enough.
        PAIRED
    }

    /// What this launcher can do here; `doctor` prints what is missing.
    ///
    /// @param pins can hold each pair on one core, so that braided trials are possible
    /// @param killsTree finds and ends descendants that left the process group
    /// @param threadTimes reports run-queue delay and threads
    /// @param outsideSampling its processes' memory may be read by our process
    record Abilities(
            boolean pins, boolean killsTree, boolean threadTimes, boolean outsideSampling) {}
}
