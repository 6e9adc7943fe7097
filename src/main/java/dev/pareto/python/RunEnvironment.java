package dev.pareto.python;

import dev.pareto.program.Program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The variables that a run gets: for the user's own programs what the user has, for lessons and
/// packs a short list.
final class RunEnvironment {
    private static final Set<String> FOR_LESSONS =
            Set.of(
                    "PATH",
                    "HOME",
                    "USER",
                    "LOGNAME",
                    "LANG",
                    "LANGUAGE",
                    "TZ",
                    "TMPDIR",
                    "TEMP",
                    "TMP",
                    "SYSTEMROOT",
                    "SYSTEMDRIVE",
                    "COMSPEC",
                    "PATHEXT",
                    "USERPROFILE",
                    "APPDATA",
                    "LOCALAPPDATA");

    /// Python is to keep byte code in the copy: without it every run would compile all own code
    /// again, and nothing would show what was loaded. OLDPWD means nothing there.
    private static final List<String> DROPPED =
            List.of("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "OLDPWD");

    private RunEnvironment() {}

    /// @param users the environment that Pareto itself was started with
    static Map<String, String> of(Program program, Map<String, String> users) {
        var variables = new HashMap<String, String>();
        users.forEach(
                (name, value) -> {
                    if (program.trust() == Program.Trust.OWN || isForLessons(name)) {
                        variables.put(name, value);
                    }
                });
        variables.putAll(program.environment());
        DROPPED.forEach(variables::remove);
        return variables;
    }

    private static boolean isForLessons(String name) {
        String upper = name.toUpperCase(java.util.Locale.ROOT);
        return FOR_LESSONS.contains(upper) || upper.startsWith("LC_");
    }
}
