package dev.pareto.profiler.outside;

/// What one thread spent, in seconds.
///
/// @param process the kernel's number of its process; @param id its own
/// @param main whether it is the first of its process
/// @param elapsed from its first to its last sample
/// @param cpu on a processor; @param queue ready, but without a processor
/// @param gil blocked until another thread let go of the interpreter
/// @param samples of it
public record ThreadTimes(
        int process,
        int id,
        boolean main,
        double elapsed,
        double cpu,
        double queue,
        double gil,
        long samples) {
    /// Both together, of the same thread.
    public ThreadTimes plus(ThreadTimes other) {
        return new ThreadTimes(
                process,
                id,
                main,
                elapsed + other.elapsed,
                cpu + other.cpu,
                queue + other.queue,
                gil + other.gil,
                samples + other.samples);
    }
}
