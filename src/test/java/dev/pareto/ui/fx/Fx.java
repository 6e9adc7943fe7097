package dev.pareto.ui.fx;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Lets a test use JavaFX without a display: `@ExtendWith(Fx.class)` starts it, once for all tests,
/// and the static methods run code on its thread and wait for the end of it.
///
/// Call them from the thread of the test, never from the JavaFX thread itself.
public final class Fx implements BeforeAllCallback {
    private static final long LIMIT_SECONDS = 60;

    private static boolean started;

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        start();
    }

    private static synchronized void start() throws InterruptedException {
        if (!started) {
            var ready = new CompletableFuture<Boolean>();
            Platform.startup(() -> ready.complete(true));
            Platform.setImplicitExit(false);
            join(ready, "JavaFX starts");
            started = true;
        }
    }

    /// Something to do on the JavaFX thread.
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /// Runs `action` on the JavaFX thread; what it throws arrives here, unwrapped where it is
    /// unchecked.
    public static void run(Action action) throws InterruptedException {
        get(
                () -> {
                    action.run();
                    return true;
                });
    }

    /// The result of `action`, which runs on the JavaFX thread.
    public static <T> T get(Callable<T> action) throws InterruptedException {
        var result = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        result.complete(action.call());
                    } catch (Throwable thrown) {
                        result.completeExceptionally(thrown);
                    }
                });
        return join(result, "the action ends");
    }

    /// Waits until `condition` holds: it is asked on the JavaFX thread at every pulse, for 60 s at
    /// most. `what` completes the sentence "waited in vain until …".
    public static void await(String what, BooleanSupplier condition) throws InterruptedException {
        await(what, LIMIT_SECONDS, condition);
    }

    /// The same with a limit in seconds of its own, for what takes long in itself, such as a trial.
    public static void await(String what, long seconds, BooleanSupplier condition)
            throws InterruptedException {
        var held = new CompletableFuture<Boolean>();
        var timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        try {
                            if (condition.getAsBoolean()) {
                                held.complete(true);
                            }
                        } catch (Throwable thrown) {
                            held.completeExceptionally(thrown);
                        }
                    }
                };
        run(timer::start);
        try {
            join(held, what, seconds);
        } finally {
            run(timer::stop);
        }
    }

    /// Writes what `scene` looks like to `file`, as PNG; folders are made as needed.
    public static void shoot(Scene scene, Path file) throws InterruptedException, IOException {
        var image = get(() -> scene.snapshot(null));
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.write(file, Png.of(image));
    }

    private static <T> T join(CompletableFuture<T> future, String what)
            throws InterruptedException {
        return join(future, what, LIMIT_SECONDS);
    }

    private static <T> T join(CompletableFuture<T> future, String what, long seconds)
            throws InterruptedException {
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain, for " + seconds + " s, until " + what, late);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new AssertionError(failure);
            }
        }
    }
}
