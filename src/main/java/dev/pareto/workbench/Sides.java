package dev.pareto.workbench;

import dev.pareto.python.Workspace;

import java.util.ArrayList;
import java.util.List;

/// One workspace for each of several variants; closed together.
record Sides(List<Workspace> workspaces) implements AutoCloseable {
    static Sides of(Tools tools, State state, Sources sources, List<String> variants)
            throws ProblemException, InterruptedException {
        List<Workspace> made = new ArrayList<>();
        Sides sides = new Sides(made);
        try {
            for (String variant : variants) {
                Workspace workspace =
                        tools.workspace(
                                state.snapshot().program(),
                                sources.prepared(variant),
                                state.copy());
                made.add(workspace);
                workspace.compileAhead();
            }
            return sides;
        } catch (ProblemException | InterruptedException | RuntimeException e) {
            sides.close();
            throw e;
        }
    }

    @Override
    public void close() {
        workspaces.forEach(Workspace::close);
    }
}
