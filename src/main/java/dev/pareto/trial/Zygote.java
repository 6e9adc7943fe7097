package dev.pareto.trial;

import dev.pareto.python.Command;
import dev.pareto.python.Usage;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;

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
final class Zygote implements AutoCloseable {
    /// Work above an empty interpreter, in seconds, below which a run is too short.
    private static final double SHORT = 0.020;

    private static final double WANTED = 0.120;
    private static final double FORK = 0.005;

    /// No time is less than this part of what nothing needs: what is below drowns in it.
    private static final double LEAST_PART = 0.02;

    private static final int FEWEST = 5;
    private static final int MOST = 100;

    private final Path script;
    private final Path folder;
    private final int repetitions;
    private double nothing;

    /// @param script where `zygote.py` lies
    /// @param seconds of work of one run above an empty interpreter
    Zygote(Path script, double seconds) {
        this.script = script;
        repetitions = Math.clamp((int) Math.ceil(WANTED / (seconds + FORK)), FEWEST, MOST);
        try {
            folder = Files.createTempDirectory("pareto-repeated-").toRealPath();
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
                + " repetition, without what an empty program needs for its start and end ("
                + Figures.time(nothing)
                + ").";
    }

    /// From now on times are those above this one.
    void above(double seconds) {
        nothing = seconds;
    }

    /// The command that repeats a program without content.
    Command empty(Command like, String side) {
        try {
            Path program = folder.resolve("empty.py");
            Files.writeString(program, "");
            return repeated(
                    like.withArguments(List.of(like.argv().getFirst(), program.toString())), side);
        } catch (IOException e) {
            throw new UncheckedIOException("The empty program cannot be written", e);
        }
    }

    /// The command that repeats this one.
    ///
    /// @param side names the files of one of both that run at the same time
    Command repeated(Command command, String side) {
        try {
            Files.deleteIfExists(results(side));
            Path plan = folder.resolve(side + ".plan");
            Files.writeString(plan, results(side) + "\0" + repetitions + "\0");
            var argv = new ArrayList<>(command.argv());
            argv.addAll(1, List.of(script.toString(), plan.toString()));
            return command.withArguments(argv);
        } catch (IOException e) {
            throw new UncheckedIOException("The plan of repetitions cannot be written", e);
        }
    }

    /// What one repetition used on average; empty when they did not all end in the same way.
    Optional<Usage> each(Usage whole, String side) {
        if (!Files.exists(results(side))) {
            return Optional.empty();
        }
        try {
            double one = Double.parseDouble(Files.readString(results(side))) / repetitions;
            return Optional.of(
                    new Usage(
                            new WallTime(whole.wall().seconds() / repetitions),
                            new CpuTime(Math.max(one - nothing, LEAST_PART * nothing)),
                            CpuTime.ZERO,
                            whole.peakMemory(),
                            whole.majorFaults(),
                            whole.runQueue(),
                            whole.workingThreads(),
                            false));
        } catch (IOException e) {
            throw new UncheckedIOException("The times of repetitions cannot be read", e);
        }
    }

    private Path results(String side) {
        return folder.resolve(side + ".seconds");
    }

    @Override
    public void close() {
        try {
            for (String side : List.of("baseline", "candidate")) {
                Files.deleteIfExists(results(side));
                Files.deleteIfExists(folder.resolve(side + ".plan"));
            }
            Files.deleteIfExists(folder.resolve("empty.py"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Left to the system, which clears temporary files.
        }
    }
}
