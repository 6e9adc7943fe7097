package dev.pareto.ui.waiting;

import dev.pareto.profile.Bound;
import dev.pareto.profile.ThreadCost;
import dev.pareto.ui.fx.Messages;

import java.util.Locale;

/// A thread, with what it did.
///
/// @param name "Main thread", "Thread 2", "Process 2, thread 3"
record ThreadRow(ThreadCost thread, String name) {
    static ThreadRow of(ThreadCost thread) {
        return new ThreadRow(thread, name(thread));
    }

    static String name(ThreadCost thread) {
        boolean child = thread.process() > 1;
        boolean main = thread.thread() == 1;
        if (child) {
            return main
                    ? Messages.text("waiting.thread.child", thread.process())
                    : Messages.text("waiting.thread.of-child", thread.process(), thread.thread());
        }
        return main
                ? Messages.text("waiting.thread.main")
                : Messages.text("waiting.thread.other", thread.thread());
    }

    /// "works", "waits", "mixed". That a thread waits does not say for what.
    String does() {
        return Messages.text("waiting.does." + Bound.of(thread).name().toLowerCase(Locale.ROOT));
    }
}
