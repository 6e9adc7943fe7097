package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.InstalledPythons;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launchers;
import dev.pareto.python.Limits;
import dev.pareto.python.PortableLauncher;
import dev.pareto.python.PythonSources;
import dev.pareto.python.ScratchWorkspaces;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Holds trials of real programs that a test writes down.
final class RealTrials implements AutoCloseable {
    /// Ends as soon as there is a verdict, on a busy machine too.
    static final TrialRules RULES = TrialRules.DEFAULT.within(new WallTime(60));

    /// Takes a few pairs, where what they say does not matter.
    static final TrialRules BRIEF = TrialRules.DEFAULT.within(new WallTime(0.5));

    private final Path folder;
    private final Path python;
    private final PythonSources sources;
    private final Launcher launcher;
    private int programs;

    RealTrials(Path folder) throws Exception {
        this.folder = folder;
        python = InstalledPythons.all().lastEntry().getValue();
        sources = PythonSources.extract();
        launcher = Launchers.forThisMachine(python, sources);
    }

    Trials trials() {
        return trials(launcher);
    }

    private Trials trials(Launcher by) {
        return new Trials(by, new ScratchWorkspaces(), sources.file("zygote.py"), new Random(7));
    }

    Growth growth() {
        return new Growth(launcher, new ScratchWorkspaces(), sources.file("zygote.py"));
    }

    Program program(String text) throws Exception {
        Path root = Files.createDirectories(folder.resolve("program" + programs++));
        Files.writeString(root.resolve("main.py"), text);
        var interpreter =
                new Interpreter(python, python, InstalledPythons.all().lastKey(), "CPython", null);
        return new Program(
                root, new Target.Script("main.py"), interpreter, root, Map.of(), Program.Trust.OWN);
    }

    TrialRequest request(String baseline, String candidate, TrialRules rules) throws Exception {
        return new TrialRequest(
                program(baseline),
                Variant.baseline(),
                variant(candidate),
                Input.of(),
                List.of(),
                Limits.own(),
                rules);
    }

    static Variant variant(String text) {
        return new Variant("A", "other", "baseline", Variant.Origin.EDIT, Map.of("main.py", text));
    }

    /// By the launcher of other systems, which cannot hold a pair on one core.
    TrialResult holdPortably(TrialRequest request) throws Exception {
        try (var portable = new PortableLauncher(python, sources)) {
            return trials(portable).hold(request, new StopSignal(), TrialProgress.NONE);
        }
    }

    TrialResult hold(TrialRequest request) throws Exception {
        return trials().hold(request, new StopSignal(), TrialProgress.NONE);
    }

    TrialResult hold(String baseline, String candidate) throws Exception {
        return hold(request(baseline, candidate, RULES));
    }

    @Override
    public void close() {
        launcher.close();
        sources.close();
    }
}
