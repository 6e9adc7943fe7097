package dev.pareto.ui.fx;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// Starts and ends JavaFX for the whole process.
public final class Toolkit {
    private Toolkit() {}

    /// Starts JavaFX, has `begin` fill the first window, and returns when all windows are closed.
    /// To be called once, on the main thread.
    ///
    /// @param begin called on the JavaFX thread
    public static void run(Consumer<Stage> begin) throws InterruptedException {
        var closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(
                () -> {
                    var stage = new Stage();
                    stage.setOnHidden(_ -> closed.countDown());
                    begin.accept(stage);
                });
        closed.await();
        Platform.exit();
    }

    /// Whatever is thrown on the JavaFX thread and caught by nobody goes to `taker`, on that
    /// thread.
    public static void catchUncaught(Consumer<Throwable> taker) {
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> taker.accept(thrown));
    }
}
