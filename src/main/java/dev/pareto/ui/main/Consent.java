package dev.pareto.ui.main;

import dev.pareto.program.Program;
import dev.pareto.python.StopSignal;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// Which of the user's own programs may be run again and again though they touch what lies outside
/// of their private copies: asked once for each program, before anything is repeated.
final class Consent {
    private final BiConsumer<String, Runnable> asking;
    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String open;

    /// @param asking puts the question, with what to do when the answer is yes
    Consent(BiConsumer<String, Runnable> asking) {
        this.asking = asking;
    }

    /// A first run touched something: without consent the job is stopped. Any thread.
    void reached(Program program, String reach, StopSignal stop) {
        if (program.trust() == Program.Trust.OWN && !given.contains(program.key())) {
            open = reach;
            stop.request();
        }
    }

    /// Asks, if that is why the job has ended. JavaFX thread.
    ///
    /// @param again starts the job anew
    /// @return whether it asks
    boolean asks(Program program, Runnable again) {
        String reach = open;
        open = null;
        if (reach == null) {
            return false;
        }
        asking.accept(
                reach,
                () -> {
                    given.add(program.key());
                    again.run();
                });
        return true;
    }
}
