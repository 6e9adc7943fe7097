package dev.pareto.workbench;

import dev.pareto.advice.Advice;
import dev.pareto.history.History;
import dev.pareto.history.HistoryException;
import dev.pareto.history.Json;
import dev.pareto.history.Rows.PredictionRow;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what belongs to one program in the history, and gives it back.
///
/// A guest keeps measurements of the baseline and trials, and touches neither variants nor what the
/// program bar held.
final class Store {
    private static final String GUEST = "guest:";

    private final History history;
    private final String program;
    private final boolean guest;
    private final Json json = new Json();

    Store(History history, String program, boolean guest) {
        this.history = history;
        this.program = program;
        this.guest = guest;
    }

    /// As exact as the history keeps it.
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    Optional<ProgramState> state() {
        return read(() -> history.program(program).map(row -> state(row.state())))
                .filter(state -> state.inputs() != null && !state.inputs().isEmpty());
    }

    private ProgramState state(String text) {
        return json.read(text, ProgramState.class);
    }

    /// Variants that were made and not removed, without the baseline.
    List<Variant> variants() {
        return guest
                ? List.of()
                : read(() -> Optional.of(history.variants(program))).orElse(List.of()).stream()
                        .filter(v -> !v.isBaseline())
                        .toList();
    }

    /// The newest of each variant by each engine, oldest first.
    List<ProfileReport> profiles(String source) {
        return read(() -> Optional.of(history.profiles(program, source))).orElse(List.of()).stream()
                .map(
                        row ->
                                new ProfileReport(
                                        row.variant(), row.input(), row.profile(), null, row.at()))
                .toList();
    }

    Map<String, Advice> advice(String source) {
        Map<String, Advice> advice = new LinkedHashMap<>();
        read(() -> Optional.of(history.advice(program, source)))
                .orElse(List.of())
                .forEach(
                        row ->
                                read(() -> Optional.of(json.read(row.body(), Advice.class)))
                                        .ifPresent(a -> advice.put(row.variant(), a)));
        return advice;
    }

    Map<String, TrialReport> trials(String source) {
        Map<String, TrialReport> trials = new LinkedHashMap<>();
        read(() -> Optional.of(history.trials(program, source))).orElse(List.of()).stream()
                // A data folder may be carried to another machine, whose times are others.
                .filter(row -> Conditions.isHere(row.environment()))
                .forEach(
                        row ->
                                trials.put(
                                        row.candidate(),
                                        new TrialReport(
                                                row.reference(),
                                                row.candidate(),
                                                row.input(),
                                                row.result(),
                                                row.at(),
                                                row.environment())));
        return trials;
    }

    /// What cannot be read any more (another version wrote it) is as if it were not there.
    private static <T> Optional<T> read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (HistoryException e) {
            return Optional.empty();
        }
    }

    /// Notes that the program is open.
    void save(Program opened, @Nullable String lesson, ProgramState state, Instant now)
            throws ProblemException {
        write(
                () -> {
                    String kept =
                            Optional.of(guest)
                                    .filter(g -> g)
                                    .flatMap(_ -> history.program(program))
                                    .map(row -> row.state())
                                    .orElseGet(() -> json.write(state));
                    history.saveProgram(opened, lesson, kept, now);
                });
    }

    void save(Variant variant, int position) throws ProblemException {
        if (!guest) {
            write(() -> history.saveVariant(program, variant, position));
        }
    }

    void removed(String variant, boolean removed) throws ProblemException {
        if (!guest) {
            write(() -> history.setRemoved(program, variant, removed));
        }
    }

    /// The next free letter: A to Z, then AA, AB … A guest's variants are named by what they are,
    /// so that a trial of one is never taken for one of a window's.
    String nextId(String name) throws ProblemException {
        if (guest) {
            return GUEST + name;
        }
        int number = ever();
        StringBuilder id = new StringBuilder();
        for (int rest = number; rest >= 0; rest = rest / 26 - 1) {
            id.insert(0, (char) ('A' + rest % 26));
        }
        return id.toString();
    }

    private int ever() throws ProblemException {
        int[] count = {0};
        write(() -> count[0] = history.variantsEver(program));
        return count[0];
    }

    void save(ProfileReport report, String source) throws ProblemException {
        if (isKept(report.variant())) {
            write(
                    () ->
                            history.saveProfile(
                                    program,
                                    report.variant(),
                                    source,
                                    report.input(),
                                    report.profile(),
                                    report.at()));
        }
    }

    void save(String variant, Advice advice, String source, Instant at) throws ProblemException {
        if (isKept(variant)) {
            write(() -> history.saveAdvice(program, variant, source, json.write(advice), at));
        }
    }

    void save(TrialReport report, String source) throws ProblemException {
        write(
                () ->
                        history.saveTrial(
                                program,
                                report.reference(),
                                report.candidate(),
                                source,
                                report.input(),
                                report.result(),
                                report.environment(),
                                report.at()));
    }

    void save(String suggestion, PredictionRow measured) throws ProblemException {
        write(() -> history.savePrediction(program, suggestion, measured));
    }

    /// Of all programs, as far as they were measured on a machine like this.
    List<PredictionRow> predictions() {
        return read(() -> Optional.of(history.predictions())).orElse(List.of()).stream()
                .filter(row -> Conditions.isHere(row.environment()))
                .toList();
    }

    void save(RunReport report, Instant at) throws ProblemException {
        var usage = report.ended().usage();
        if (isKept(report.variant())) {
            write(
                    () ->
                            history.saveRun(
                                    program,
                                    report.variant(),
                                    report.input(),
                                    usage.wall().seconds(),
                                    usage.cpu().seconds(),
                                    usage.peakMemory().count(),
                                    report.summary().kind().name(),
                                    at));
        }
    }

    private boolean isKept(String variant) {
        return !guest || variant.equals(Variant.BASELINE_ID);
    }

    private static void write(Runnable writing) throws ProblemException {
        try {
            writing.run();
        } catch (HistoryException e) {
            throw Problems.internal(
                    String.valueOf(e.getMessage()),
                    "The result is shown, but it will be gone when Pareto is closed.",
                    "Is the disk full, or the data folder read-only?",
                    String.valueOf(e.getCause()));
        }
    }

    private interface Reading<T> {
        Optional<T> read();
    }
}
