package dev.pareto.python;

import dev.pareto.program.Interpreter;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the Python interpreters of this machine and those that lie in an opened folder.
///
/// Any thread may use it. Nothing below an opened folder is ever executed here: of an environment
/// in it, `pyvenv.cfg` is read, and its base interpreter outside is asked.
@SuppressWarnings("DoNotCallSuggester")
public final class Interpreters {
    /// @param environment where PATH, PYENV_ROOT and the like are looked up
    public Interpreters(Map<String, String> environment, Path userHome) {}

    /// CPython 3.10 to 3.14 of the PATH, pyenv, the usual folders and `py` on Windows, newest
    /// first. Blocks the first time, while each is started once (`-I -S`) to say its version.
    public List<Interpreter> onThisMachine() throws InterruptedException {
        throw new IllegalStateException("not built yet");
    }

    /// The environments that lie in a root (`.venv`, `venv`, `env`, …), only read about.
    public List<Interpreter> inside(Path root) throws InterruptedException {
        throw new IllegalStateException("not built yet");
    }

    /// The interpreter at a path that the user named; empty when there is none that we can use.
    ///
    /// @param root of the opened program: what lies in it is not executed
    public Optional<Interpreter> at(Path executable, Path root) throws InterruptedException {
        throw new IllegalStateException("not built yet");
    }
}
