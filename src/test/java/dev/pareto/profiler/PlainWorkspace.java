package dev.pareto.profiler;

import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.Command;
import dev.pareto.python.Limits;
import dev.pareto.python.Workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A folder that is run in place, for programs that leave nothing behind.
public record PlainWorkspace(Path root, Program program) implements Workspace {
    public static PlainWorkspace of(Path root, String script, Path python) {
        return of(root, script, new Interpreter(python, python, "3.10.0", "CPython", null));
    }

    static PlainWorkspace of(Path root, String script, Interpreter python) {
        return new PlainWorkspace(
                root,
                new Program(
                        root,
                        new Target.Script(script),
                        python,
                        root,
                        Map.of(),
                        Program.Trust.OWN));
    }

    @Override
    public Variant variant() {
        return Variant.baseline();
    }

    @Override
    public void compileAhead() {}

    @Override
    public Command command(Input input, Limits limits, Map<String, String> extra) {
        var argv = new ArrayList<>(List.of(program.interpreter().executable().toString()));
        switch (program.target()) {
            case Target.Script(String path) -> argv.add(root.resolve(path).toString());
            case Target.Module(String name) -> argv.addAll(List.of("-m", name));
        }
        argv.addAll(input.texts());
        var environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));
        environment.putAll(extra);
        return new Command(argv, environment, root, input.stdin(), root, limits);
    }

    @Override
    public Map<String, String> leftFiles() {
        return Map.of();
    }

    @Override
    public void reset() {}

    @Override
    public Proof proof() {
        return new Proof.Loaded();
    }

    @Override
    public void close() {}
}
