package dev.pareto.trial;

import dev.pareto.python.Command;
import dev.pareto.python.Usage;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.output.Leftovers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Repeats runs that are too short to be timed: in each run, an interpreter that has started and
/// loaded nothing of the program forks once for each repetition (`zygote.py`). Both sides repeat
/// equally often.
///
/// A time is what a repetition needs above one of an empty script, as both sides together measured
/// that in the same pair. It is the same for both, so it decides no sign: the test stays as valid
/// as with whole runs, and the ratio is that of the program's own work.
final class Zygote implements AutoCloseable {
    /// Work above an empty interpreter, in seconds, below which a run is too short.
    private static final double SHORT = 0.020;

    private static final double WANTED = 0.120;
    private static final double FORK = 0.005;
    private static final int FEWEST = 5;
    private static final int MOST = 100;

    /// No time is less than this part of what nothing needs: what is below drowns in it.
    private static final double LEAST_PART = 0.02;

    private final Path script;
    private final Path folder;
    private final int repetitions;

    /// What one side measured, in seconds: a repetition, and one of an empty script.
    private record Means(double program, double nothing) {}

    /// @param script where `zygote.py` lies
    /// @param seconds of work of one run above an empty interpreter
    Zygote(Path script, double seconds) {
        this.script = script;
        repetitions = Math.clamp((int) Math.ceil(WANTED / (seconds + FORK)), FEWEST, MOST);
        try {
            folder = Files.createTempDirectory("pareto-repeated-").toRealPath();
            Files.writeString(empty(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for temporary files cannot be written", e);
        }
    }

    static boolean isShort(double seconds) {
        return seconds < SHORT;
    }

    /// What it means, for people.
    String note() {
        return "One run is too short to be timed, so each was repeated "
                + repetitions
                + " times in fresh processes of an interpreter that had started. The times are of one"
                + " repetition, above one of an empty program.";
    }

    /// The command that repeats this one.
    ///
    /// @param side names the files of one of both that run at the same time
    Command repeated(Command command, String side) {
        try {
            Files.deleteIfExists(results(side));
            Files.writeString(
                    plan(side), results(side) + "\0" + repetitions + "\0" + empty() + "\0");
            var argv = new ArrayList<>(command.argv());
            argv.addAll(1, List.of(script.toString(), plan(side).toString()));
            return command.withArguments(argv);
        } catch (IOException e) {
            throw new UncheckedIOException("The plan of repetitions cannot be written", e);
        }
    }

    /// The runs of both sides with what one repetition used, on average.
    List<Outcome> each(List<Outcome> whole, List<String> sides) {
        if (!whole.stream().allMatch(Outcome.Done.class::isInstance)) {
            return whole;
        }
        List<Optional<Means>> means = sides.stream().map(this::means).toList();
        double nothing =
                means.stream()
                        .flatMap(Optional::stream)
                        .mapToDouble(Means::nothing)
                        .average()
                        .orElse(0);
        var each = new ArrayList<Outcome>();
        for (int i = 0; i < whole.size(); i++) {
            each.add(each(whole.get(i), means.get(i), nothing));
        }
        return each;
    }

    private Outcome each(Outcome whole, Optional<Means> means, double nothing) {
        if (means.isEmpty()) {
            return new Outcome.Broken("ends now in one way, now in another");
        }
        double seconds = Math.max(means.get().program() - nothing, LEAST_PART * nothing);
        return whole instanceof Outcome.Done(Leftovers left, Usage usage)
                ? new Outcome.Done(left, of(usage, seconds))
                : whole;
    }

    private Usage of(Usage whole, double seconds) {
        return new Usage(
                new WallTime(whole.wall().seconds() / repetitions),
                new CpuTime(seconds),
                CpuTime.ZERO,
                whole.peakMemory(),
                whole.majorFaults(),
                WallTime.ZERO,
                whole.workingThreads(),
                false);
    }

    /// Empty when the repetitions of this side did not all end in the same way.
    private Optional<Means> means(String side) {
        if (!Files.exists(results(side))) {
            return Optional.empty();
        }
        try {
            String[] numbers = Files.readString(results(side)).split(" ", -1);
            return Optional.of(
                    new Means(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("The times of repetitions cannot be read", e);
        }
    }

    private Path results(String side) {
        return folder.resolve(side + ".seconds");
    }

    private Path plan(String side) {
        return folder.resolve(side + ".plan");
    }

    private Path empty() {
        return folder.resolve("empty.py");
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Left to the system, which clears temporary files.
        }
    }
}
