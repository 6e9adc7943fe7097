package dev.pareto.workbench;

import dev.pareto.program.Target;
import dev.pareto.workbench.Opening.What;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which folder and entry are meant by what somebody asked to open.
///
/// @param target empty for a folder, whose entries are still to be found
record Found(Path root, Optional<Target> target) {
    static Found by(Opening opening, Path home) throws ProblemException {
        @Nullable Path root = opening.root() == null ? null : folder(opening.root());
        return switch (opening.what()) {
            case What.At(Path path) -> at(path, root, home);
            case What.Entry(Path folder, Target.Script(String path)) ->
                    at(folder.resolve(path), root == null ? folder(folder) : root, home);
            case What.Entry(Path folder, Target.Module module) ->
                    new Found(
                            root == null ? Roots.of(folder(folder), home) : root,
                            Optional.of(module));
        };
    }

    private static Found at(Path asked, @Nullable Path root, Path home) throws ProblemException {
        if (!Files.exists(asked)) {
            throw Problems.usage(
                    "There is no file " + asked + ".",
                    "",
                    "Check the name; relative names count from "
                            + Path.of("").toAbsolutePath()
                            + ".",
                    "");
        }
        Path path = real(asked);
        if (Files.isDirectory(path)) {
            return new Found(root == null ? path : root, Optional.empty());
        }
        checkScript(asked, path);
        Path below = root == null ? Roots.of(path.resolveSibling(""), home) : root;
        if (!path.startsWith(below)) {
            throw Problems.usage(
                    path + " does not lie under the root " + below + ".",
                    "Own code is what lies under the root.",
                    "Choose a root above the script, or leave the choice to Pareto.",
                    "");
        }
        return new Found(below, Optional.of(new Target.Script(SourceFiles.path(below, path))));
    }

    private static void checkScript(Path asked, Path path) throws ProblemException {
        String name = path.getFileName().toString();
        if (name.endsWith(".ipynb")) {
            throw Problems.usage(
                    asked + " is a notebook.",
                    "Pareto opens Python scripts for now.",
                    "Save it as .py (in Jupyter: File, Save and export as, Executable script), and"
                            + " open that.",
                    "");
        }
        if (!name.endsWith(".py")) {
            throw Problems.usage(
                    asked + " is not a Python script.",
                    "Pareto opens files that end in .py, and folders that hold some.",
                    "If it is Python all the same, give its name the ending .py.",
                    "");
        }
        if (!Files.isReadable(path)) {
            throw Problems.usage(
                    asked + " may not be read.",
                    "You lack the right to read it.",
                    "Change its permissions, or copy it to a folder of yours.",
                    "");
        }
    }

    private static Path folder(Path asked) throws ProblemException {
        if (!Files.isDirectory(asked)) {
            throw Problems.usage(
                    "There is no folder " + asked + ".",
                    "The root is the folder that holds the program.",
                    "Check the name.",
                    "");
        }
        return real(asked);
    }

    private static Path real(Path path) throws ProblemException {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw Problems.usage(
                    path + " cannot be reached.",
                    "A folder on the way may not be entered, or a link leads nowhere.",
                    "Check the permissions.",
                    e.toString());
        }
    }
}
