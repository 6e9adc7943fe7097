package dev.pareto.workbench;

import dev.pareto.exchange.ExchangeException;
import dev.pareto.exchange.PyperfJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes every run of a trial to a file, in the form that its ending says.
final class RunFiles {
    private RunFiles() {}

    /// @param names of reference and candidate
    static void write(TrialReport trial, List<String> names, Path file) throws ProblemException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            String text;
            if (name.endsWith(".json")) {
                text = PyperfJson.write(trial.result(), names, trial.at());
            } else if (name.endsWith(".csv")) {
                text = RunsCsv.write(trial.result(), names);
            } else {
                throw Problems.usage(
                        "Runs cannot be written as " + file.getFileName() + ".",
                        "The ending says in which form it is.",
                        "Use .json for pyperf or .csv for a table.",
                        "");
            }
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (ExchangeException e) {
            throw Problems.usage(
                    String.valueOf(e.getMessage()),
                    "It ended before anything was measured, and there is nothing to write.",
                    "Choose another trial, or measure again.",
                    "");
        } catch (IOException e) {
            throw Problems.usage(
                    file + " could not be written.",
                    "The runs are still in the history.",
                    "Is there such a folder, and may you write there?",
                    e.toString());
        }
    }

    /// What both sides are called in a file; never the same.
    static List<String> names(TrialReport trial) {
        String reference = trial.reference();
        String candidate = trial.candidate().replaceFirst("^guest:", "");
        return List.of(reference, candidate.equals(reference) ? candidate + " again" : candidate);
    }
}
