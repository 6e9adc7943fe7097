package dev.pareto.profiler.outside;

import java.util.List;

/// What the sampler saw of one run. Times in seconds.
///
/// @param top of the tree of all stacks; time without any frame is its own
/// @param elapsed from the first look at a frame of the program's own code to the end
/// @param end when the first process was seen to have ended, as of `System.nanoTime`
/// @param samples that count; @param dropped those that did not fit together
/// @param resident (seconds before the end, bytes) of the first process
/// @param threads what each thread spent
/// @param containers which local variables held containers
/// @param processes how many Pythons there were
/// @param overhead processor time of the sampler itself
/// @param replaced whether the program became another one, by `exec`
/// @param forbidden whether the kernel did not let us look
/// @param cut whether stacks were too deep to be kept whole
public record Recording(
        Node top,
        double elapsed,
        long end,
        long samples,
        long dropped,
        List<Resident> resident,
        List<ThreadTimes> threads,
        List<Containers.Seen> containers,
        int processes,
        double overhead,
        boolean replaced,
        boolean forbidden,
        boolean cut) {

    /// Resident memory at a moment. @param at nanoseconds, as of `System.nanoTime`
    public record Resident(long at, long bytes) {}
}
