package dev.pareto.ui.main;

import dev.pareto.program.Interpreter;
import dev.pareto.python.StopSignal;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.snippets.SnippetsViewModel;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What needs no program: statements timed side by side, and the packages of the engines. JavaFX
/// thread; the work itself runs elsewhere.
final class ToolLoop {
    private final Workbench workbench;
    private final Desk desk;
    private final SnippetsViewModel snippets;
    private final Consumer<Problem> told;

    /// @param told gets what is to be said
    ToolLoop(Workbench workbench, Desk desk, SnippetsViewModel snippets, Consumer<Problem> told) {
        this.workbench = workbench;
        this.desk = desk;
        this.snippets = snippets;
        this.told = told;
        desk.busyProperty().subscribe(busy -> snippets.runningProperty().set(busy));
    }

    /// Blocking work that may be stopped.
    private interface Work<T> {
        T run() throws ProblemException, InterruptedException;
    }

    /// What was stopped on request is no problem, whatever it says of itself.
    private static <T> Optional<T> unlessStopped(StopSignal stop, Work<T> work)
            throws ProblemException, InterruptedException {
        try {
            return Optional.of(work.run());
        } catch (ProblemException | InterruptedException e) {
            if (stop.isRequested()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Times statements with the interpreter of the opened program, else with the newest.
    void time(String setup, List<String> statements) {
        Interpreter python = interpreter();
        desk.startAlone(
                Messages.text("loop.snippets"),
                stop ->
                        unlessStopped(
                                stop, () -> workbench.snippets(python, setup, statements, stop)),
                report -> report.ifPresent(snippets::show));
    }

    private @Nullable Interpreter interpreter() {
        return desk.session().map(one -> one.snapshot().program().interpreter()).orElse(null);
    }

    /// Makes the environment with the packages of line_profiler and memory_profiler.
    void installPackages() {
        Interpreter python = interpreter();
        String phase = Messages.text("loop.packages");
        desk.startAlone(
                phase,
                stop ->
                        unlessStopped(
                                stop,
                                () ->
                                        workbench.createEnvironment(
                                                python,
                                                stop,
                                                line ->
                                                        desk.soon(
                                                                () ->
                                                                        desk.status()
                                                                                .progress(
                                                                                        phase, line,
                                                                                        -1)))),
                made ->
                        told.accept(
                                new Problem(
                                        Problem.Kind.USAGE,
                                        made.map(
                                                        one ->
                                                                Messages.text(
                                                                        "loop.packages.done",
                                                                        one.version(),
                                                                        String.join(
                                                                                ", ",
                                                                                one.packages())))
                                                .orElse(Messages.text("loop.packages.cancelled")),
                                        "",
                                        "",
                                        "")));
    }
}
