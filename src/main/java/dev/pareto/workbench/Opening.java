package dev.pareto.workbench;

import dev.pareto.program.Input;
import dev.pareto.program.Target;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;

/// What to open, and with what. Whatever is null is remembered from the last time, or chosen.
///
/// @param what a path, or an entry of a folder
/// @param root of own code; null for the nearest folder upwards that looks like one
/// @param python an executable; null for the program's own environment, else the newest there is
/// @param workingFolder where the program is started; null for the root
/// @param environment variables on top of the inherited ones
/// @param input null for the one that was in use, else an empty one
/// @param guest true to measure only: it takes no lock (the program may be open in a window), and
///   what it makes of variants is not kept
public record Opening(
        What what,
        @Nullable Path root,
        @Nullable Path python,
        @Nullable Path workingFolder,
        Map<String, String> environment,
        @Nullable Input input,
        boolean guest) {
    public Opening {
        environment = Map.copyOf(environment);
    }

    /// What is meant.
    public sealed interface What {
        /// A script, or a folder whose entry is to be found.
        record At(Path path) implements What {}

        /// This entry; paths of scripts are relative to the folder.
        record Entry(Path folder, Target target) implements What {}
    }

    /// A script or a folder.
    public static Opening of(Path path) {
        return of(new What.At(path));
    }

    /// A script or module of a folder.
    public static Opening of(Path folder, Target target) {
        return of(new What.Entry(folder, target));
    }

    private static Opening of(What what) {
        return new Opening(what, null, null, null, Map.of(), null, false);
    }

    public Opening withRoot(@Nullable Path other) {
        return new Opening(what, other, python, workingFolder, environment, input, guest);
    }

    public Opening withPython(@Nullable Path other) {
        return new Opening(what, root, other, workingFolder, environment, input, guest);
    }

    public Opening withWorkingFolder(@Nullable Path other) {
        return new Opening(what, root, python, other, environment, input, guest);
    }

    public Opening withEnvironment(Map<String, String> other) {
        return new Opening(what, root, python, workingFolder, other, input, guest);
    }

    public Opening withInput(@Nullable Input other) {
        return new Opening(what, root, python, workingFolder, environment, other, guest);
    }

    public Opening asGuest() {
        return new Opening(what, root, python, workingFolder, environment, input, true);
    }
}
