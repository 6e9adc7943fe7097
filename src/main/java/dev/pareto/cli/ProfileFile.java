package dev.pareto.cli;

import dev.pareto.profile.Profile;
import dev.pareto.report.Code;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file that a profile is written to; the ending says in which form.
record ProfileFile(Path path, String ending) {
    private static final String JSON = ".json";

    /// What all profiles can be written as, the longest first where one ends another.
    private static final List<String> ALL =
            List.of(
                    ".speedscope.json",
                    ".trace.json",
                    JSON,
                    ".collapsed",
                    ".html",
                    ".csv",
                    ".prof");

    /// What some engines write themselves.
    private static final List<String> OWN = List.of(".lprof", ".txt");

    /// Says before the run if it cannot be written that way.
    static ProfileFile at(Shell shell, Path target) throws ProblemException {
        Path path = shell.folder().resolve(target);
        return of(path, ALL)
                .or(() -> of(path, OWN))
                .orElseThrow(
                        () ->
                                Programs.usage(
                                        "A profile cannot be written as " + target + ".",
                                        "The ending says in which form.",
                                        "Use one of: "
                                                + String.join(", ", ALL)
                                                + "; .lprof with --engine line_profiler; .txt for"
                                                + " the tool's own table."));
    }

    private static Optional<ProfileFile> of(Path path, List<String> endings) {
        String name = String.valueOf(path.getFileName());
        return endings.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> new ProfileFile(path, ending));
    }

    /// Writes what a run showed: the tool's own file where it left one of that kind.
    ///
    /// @param code of its lines, where the form shows it
    void write(Workbench workbench, ProfileReport report, String program, Code code)
            throws ProblemException, InterruptedException {
        Optional<byte[]> own =
                report.files().entrySet().stream()
                        .filter(file -> file.getKey().endsWith(ending))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (own.isPresent()) {
            write(own.get());
        } else if (ending.equals(JSON)) {
            write(json(ProfileJson.of(report)));
        } else if (OWN.contains(ending)) {
            throw Programs.missing(
                    "The engine %s left no file of the kind %s."
                            .formatted(report.profile().engine().id(), ending),
                    "Such a file is the tool's own; a stand-in writes none.",
                    ".lprof is of line_profiler; for the real one: pareto env create.");
        } else {
            write(workbench.profileFile(report.profile(), program, code, path));
        }
    }

    /// Writes a profile that was opened.
    void write(Workbench workbench, Profile profile, String program)
            throws ProblemException, InterruptedException {
        if (OWN.contains(ending)) {
            throw Programs.usage(
                    "A profile cannot be converted to " + ending + ".",
                    "Only the tool itself writes it.",
                    "Use one of: " + String.join(", ", ALL) + ".");
        }
        write(workbench.profileFile(profile, program, Code.UNKNOWN, path));
    }

    private static byte[] json(Map<String, Object> json) {
        return (Output.json(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void write(byte[] content) throws ProblemException {
        try {
            Files.write(path, content);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.USAGE,
                            path + " could not be written.",
                            "What was to be written is not lost: a profile that was made is kept in"
                                    + " the history.",
                            "Check that the folder is there and writable.",
                            e.toString()));
        }
    }
}
