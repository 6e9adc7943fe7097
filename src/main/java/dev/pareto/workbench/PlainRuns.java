package dev.pareto.workbench;

import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.python.Ended;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Running;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspace;

import java.util.Map;
import java.util.function.Consumer;

/// Runs a variant once, as it is.
final class PlainRuns {
    private final Tools tools;
    private final State state;
    private final Sources sources;
    private final Store store;

    PlainRuns(Tools tools, State state, Sources sources, Store store) {
        this.tools = tools;
        this.state = state;
        this.sources = sources;
        this.store = store;
    }

    RunReport run(String variant, StopSignal stop, Consumer<Running> started)
            throws ProblemException, InterruptedException {
        Snapshot now = state.snapshot();
        Program program = now.program();
        Input input = now.input();
        RunReport report;
        try (var _ = tools.turn();
                Workspace workspace =
                        tools.workspace(program, sources.prepared(variant), state.copy())) {
            Running running =
                    tools.launcher(program.interpreter())
                            .start(workspace.command(input, state.limits(), Map.of()));
            started.accept(running);
            Ended ended;
            try (var _ = stop.whenRequested(running::stop)) {
                ended = running.await();
            }
            RunSummary summary = Endings.summary(ended, workspace.root());
            report =
                    new RunReport(
                            variant,
                            input,
                            ended,
                            summary,
                            errors(ended, workspace, program),
                            workspace.leftFiles());
        } catch (LauncherException e) {
            throw notStarted(e);
        }
        store.save(report, Store.now());
        return report;
    }

    private static String errors(Ended ended, Workspace workspace, Program program) {
        return ended.stderr()
                .text()
                .replace(workspace.root().toString(), program.root().toString());
    }

    static ProblemException notStarted(LauncherException e) {
        return Problems.missing(
                String.valueOf(e.getMessage()),
                "The program could not be started.",
                "Choose another interpreter (--python), or see pareto doctor.");
    }
}
