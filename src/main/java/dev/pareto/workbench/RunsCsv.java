package dev.pareto.workbench;

import dev.pareto.python.Usage;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;

import java.util.List;
import java.util.Locale;

/// Writes every run of a trial as one table (RFC 4180), times in seconds, memory in bytes.
final class RunsCsv {
    private static final List<String> HEAD =
            List.of(
                    "pair",
                    "side",
                    "started_first",
                    "seconds",
                    "measure",
                    "mode",
                    "wall_s",
                    "user_s",
                    "system_s",
                    "run_queue_s",
                    "peak_bytes");

    private RunsCsv() {}

    /// The file's text; `seconds` is the time that was compared.
    ///
    /// @param names of reference and candidate
    static String write(TrialResult result, List<String> names) {
        var text = new StringBuilder(row(HEAD));
        int number = 0;
        for (Pair pair : result.pairs()) {
            number++;
            text.append(
                    row(
                            run(
                                    result,
                                    number,
                                    names.get(0),
                                    !pair.candidateFirst(),
                                    pair.baselineSeconds(),
                                    pair.baseline())));
            text.append(
                    row(
                            run(
                                    result,
                                    number,
                                    names.get(1),
                                    pair.candidateFirst(),
                                    pair.candidateSeconds(),
                                    pair.candidate())));
        }
        return text.toString();
    }

    private static List<String> run(
            TrialResult result, int pair, String side, boolean first, double seconds, Usage usage) {
        return List.of(
                Integer.toString(pair),
                side,
                Boolean.toString(first),
                seconds(seconds),
                result.measure().name().toLowerCase(Locale.ROOT),
                result.mode().name().toLowerCase(Locale.ROOT),
                seconds(usage.wall().seconds()),
                seconds(usage.user().seconds()),
                seconds(usage.system().seconds()),
                seconds(usage.runQueue().seconds()),
                Long.toString(usage.peakMemory().count()));
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.9f", value);
    }

    private static String row(List<String> cells) {
        return String.join(",", cells.stream().map(RunsCsv::cell).toList()) + "\r\n";
    }

    /// Quoted where needed. A spreadsheet takes what begins like a formula for one: it gets an
    /// apostrophe before it.
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\\-\\t].*") ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
