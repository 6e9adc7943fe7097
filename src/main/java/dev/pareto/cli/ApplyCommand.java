package dev.pareto.cli;

import dev.pareto.program.Variant;
import dev.pareto.workbench.Difference;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Workbench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `pareto apply`.
@Command(
        name = "apply",
        customSynopsis = {
            "pareto apply [OPTIONS] (FILE | -m MODULE) --suggestion ID (-o OUT | --patch FILE.diff)"
        },
        description = {
            "Writes the fix of a suggestion elsewhere; the program itself is not changed.",
            "",
            "-o OUT.py when one file changes, -o DIR for all that change, --patch for the difference."
        },
        sortOptions = false)
final class ApplyCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin private Entry entry = new Entry();

    @Option(
            names = "--suggestion",
            paramLabel = "ID",
            required = true,
            description = "From pareto advise, for the source as it is now.")
    String suggestion = "";

    @Option(names = "-o", paramLabel = "OUT", description = "A file ending in .py, or a folder.")
    @Nullable Path target;

    @Option(names = "--patch", paramLabel = "FILE", description = "The difference, for git apply.")
    @Nullable Path patch;

    @Mixin private ProgramOptions program = new ProgramOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    ApplyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        if (target == null && patch == null) {
            throw Programs.usage(
                    "Nothing says where the fix goes.",
                    "",
                    "Add -o OUT.py, -o DIR or --patch FILE.diff.");
        }
        try (Workbench workbench = shell.workbench().open();
                Session session = new Programs(shell, program).open(workbench, entry)) {
            Variant variant = session.apply(Variant.BASELINE_ID, suggestion);
            Difference difference = session.difference(Variant.BASELINE_ID, variant.id());
            List<Path> written = write(session, variant, difference);
            if (output.json) {
                shell.out().println(Output.json(json(difference, written)));
            } else {
                written.forEach(path -> shell.out().println("Wrote " + path));
            }
            return Status.DONE;
        }
    }

    private List<Path> write(Session session, Variant variant, Difference difference)
            throws ProblemException {
        List<Path> written = new java.util.ArrayList<>();
        if (target != null) {
            written.addAll(Destination.of(shell, target).write(session, variant));
        }
        if (patch != null) {
            written.add(writePatch(shell.folder().resolve(patch), difference));
        }
        return written;
    }

    private static Path writePatch(Path path, Difference difference) throws ProblemException {
        try {
            return Files.writeString(path, difference.unified());
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.USAGE,
                            path + " could not be written.",
                            "",
                            "Check that the folder is there and writable.",
                            e.toString()));
        }
    }

    private Map<String, Object> json(Difference difference, List<Path> written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.applied/1");
        json.put("suggestion", suggestion);
        json.put("files", difference.paths());
        json.put("written", written.stream().map(Path::toString).toList());
        json.put("diff", difference.unified());
        return json;
    }
}
