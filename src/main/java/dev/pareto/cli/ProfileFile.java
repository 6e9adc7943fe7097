package dev.pareto.cli;

import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.ProfileReport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// A file that a profile is written to.
record ProfileFile(Path path, String ending) {
    private static final Set<String> ENDINGS = Set.of(".json", ".prof");

    /// Says before the run if it cannot be written that way.
    static ProfileFile at(Shell shell, Path target) throws ProblemException {
        Path path = shell.folder().resolve(target);
        String name = path.getFileName().toString();
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        if (!ENDINGS.contains(ending)) {
            throw Programs.usage(
                    "A profile cannot be written as " + target + ".",
                    "The ending says in which form.",
                    "Use .json, or .prof with --engine cprofile.");
        }
        return new ProfileFile(path, ending);
    }

    void write(ProfileReport report) throws ProblemException {
        try {
            Files.write(path, content(report));
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.USAGE,
                            path + " could not be written.",
                            "The profile was made, and is kept in the history.",
                            "Check that the folder is there and writable.",
                            e.toString()));
        }
    }

    private byte[] content(ProfileReport report) throws ProblemException {
        if (ending.equals(".json")) {
            return (Output.json(ProfileJson.of(report)) + "\n").getBytes(StandardCharsets.UTF_8);
        }
        byte[] table = report.files().get("table.prof");
        if (table == null) {
            throw Programs.usage(
                    "Only cProfile's table can be written as .prof; this profile is of another"
                            + " engine ("
                            + report.profile().engine().id()
                            + ").",
                    "",
                    "Ask for it: --engine cprofile.");
        }
        return table;
    }
}
