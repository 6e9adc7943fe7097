package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

/// A sampler on its thread.
public final class Watch {
    private final Sampler sampler;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    private Watch(Sampler sampler) {
        this.sampler = sampler;
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("sampler")
                        .uncaughtExceptionHandler((_, e) -> failure = e)
                        .unstarted(sampler);
    }

    /// Starts it.
    public static Watch begin(Sampler sampler) {
        var watch = new Watch(sampler);
        watch.thread.start();
        return watch;
    }

    /// Samples taken until now.
    public long samples() {
        return sampler.soFar();
    }

    /// Ends it, after the run has ended.
    ///
    /// @throws IllegalStateException when it failed by a fault of ours
    public Recording end() throws InterruptedException {
        sampler.end();
        thread.join();
        if (failure != null) {
            throw new IllegalStateException("The sampler failed", failure);
        }
        return sampler.recording();
    }
}
