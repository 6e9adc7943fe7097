package dev.pareto.python;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends a process unless it is closed in time.
///
/// A thread that waits on a pipe cannot be interrupted; only the end of the process wakes it.
final class Deadline implements AutoCloseable {
    private final CountDownLatch met = new CountDownLatch(1);
    private volatile boolean missed;

    Deadline(Process process, Duration patience) {
        Thread.ofVirtual().name("deadline").start(() -> watch(process, patience));
    }

    private void watch(Process process, Duration patience) {
        try {
            if (!met.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                missed = true;
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether it ended the process.
    boolean isMissed() {
        return missed;
    }

    @Override
    public void close() {
        met.countDown();
    }
}
