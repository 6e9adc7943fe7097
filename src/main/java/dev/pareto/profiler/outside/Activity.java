package dev.pareto.profiler.outside;

/// What a thread does at one moment.
enum Activity {
    /// On a processor, or ready for one.
    RUNNING,
    /// Blocked by something outside: sleep, socket, disk.
    WAITING,
    /// Blocked until another thread or process of the program does something: lock, join, queue.
    WAITING_FOR_OWN,
    /// Blocked until another thread lets go of the interpreter.
    WAITING_FOR_GIL;

    boolean isWaiting() {
        return this != RUNNING;
    }
}
