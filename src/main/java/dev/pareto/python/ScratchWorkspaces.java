package dev.pareto.python;

import dev.pareto.program.Program;
import dev.pareto.program.Variant;

/// Makes workspaces in private scratch folders.
@SuppressWarnings("DoNotCallSuggester")
public final class ScratchWorkspaces implements Workspaces {
    @Override
    public Made make(Program program, Variant variant) {
        throw new IllegalStateException("not built yet");
    }
}
