package dev.pareto.workbench;

import dev.pareto.profile.EngineKind;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.profiler.ProfileProgress.Phase;
import dev.pareto.program.Output.Exit;
import dev.pareto.python.Ended;
import dev.pareto.python.Limits;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.Bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Profiles a program that misbehaves, and finds out what is wrong with the result.
///
/// @param folder of the user, new for each
public record MisbehavingRun(
        Desk desk, MisbehavingProgram program, EngineKind engine, Path python, Path folder) {
    /// So begin the faults that the profile itself tells of.
    public static final String ADMITTED = "admits that ";

    private static final String MARK = "PARETO_TEST_MARK";
    private static final Limits LIMITS =
            new Limits(null, Bytes.ofMega(1000), Bytes.ofMega(50), 60, Bytes.ofMega(10));
    private static final Pattern OURS =
            Pattern.compile("(calls|stacks|lines|heap|faithful|ending|channel)\\.py|pareto\\.\\w");
    private static final Pattern ADMISSION =
            Pattern.compile("ended before|of its own|other processes");
    private static final double STOP_AFTER = 1.5;
    private static final double TOO_LONG = 60;

    /// What a profile of it is wrong about, or leaves behind; empty where all is well.
    public List<String> faults() throws Exception {
        Path script = program.write(Files.createDirectories(folder));
        var before = files();
        String mark = "mark-" + folder.getFileName() + "-" + System.nanoTime();
        List<String> faults = new ArrayList<>();
        long begin = System.nanoTime();
        try (Session session =
                desk.open(
                        Opening.of(script)
                                .withPython(python)
                                .withEnvironment(Map.of(MARK, mark)))) {
            session.use(LIMITS);
            faults.addAll(faults(profile(session)));
            if (!program.refusal().isEmpty()) {
                faults.add("was not refused");
            }
        } catch (ProblemException e) {
            String said = e.problem().what() + " " + e.problem().meaning();
            if (program.refusal().isEmpty() || !said.contains(program.refusal())) {
                faults.add("refused: " + said);
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (seconds > TOO_LONG) {
            faults.add("took %.0f s".formatted(seconds));
        }
        faults.addAll(left(mark));
        if (!before.equals(files())) {
            faults.add("the user's files were changed");
        }
        return faults;
    }

    private ProfileReport profile(Session session) throws Exception {
        StopSignal stop = new StopSignal();
        return session.profile(
                "baseline",
                Optional.of(engine),
                stop,
                (phase, elapsed, _) -> {
                    if (phase == Phase.RUNNING && elapsed.seconds() > limit()) {
                        stop.request();
                    }
                });
    }

    private double limit() {
        return program.kind() == RunSummary.Kind.CANCELLED ? STOP_AFTER : TOO_LONG;
    }

    private List<String> faults(ProfileReport report) {
        List<String> faults = new ArrayList<>();
        var summary = report.ending().orElseThrow();
        Ended ended = report.run().orElseThrow();
        if (summary.kind() != program.kind()) {
            faults.add("ended as " + summary.kind() + ": " + summary.text());
        }
        if (!status(ended).equals(program.status())) {
            faults.add("ended with " + status(ended));
        }
        if (summary.what().isBlank()) {
            faults.add("does not say how it ended");
        }
        if (report.profile().complete() && !(ended instanceof Ended.Finished)) {
            faults.add("calls half a run complete");
        }
        if (ended.stdout().head().length > LIMITS.keptOutput().count()) {
            faults.add("keeps %,d bytes of output".formatted(ended.stdout().head().length));
        }
        if (program.name().equals("prints_a_gigabyte")
                && ended.stdout().size().count() != 1_000_000_000) {
            faults.add("counted %,d bytes".formatted(ended.stdout().size().count()));
        }
        if (OURS.matcher(ended.stderr().text()).find()) {
            faults.add("shows itself to the program: " + ended.stderr().text());
        }
        faults.addAll(shown(report.profile()));
        return faults;
    }

    private static OptionalInt status(Ended ended) {
        return switch (ended) {
            case Ended.Finished(Exit.Status(int code), _, _, _) -> OptionalInt.of(code);
            case Ended.Finished(Exit.Signal(int number), _, _, _) -> OptionalInt.of(number);
            default -> OptionalInt.empty();
        };
    }

    /// What the profile shows, against what the program is known to have done.
    private List<String> shown(Profile profile) {
        if (program.seconds() == 0) {
            return List.of();
        }
        Optional<LineCost> line =
                profile.lines().stream().filter(l -> l.line() == program.line()).findFirst();
        boolean called = profile.functions().stream().anyMatch(f -> f.name().endsWith("work"));
        return switch (engine) {
            case OUTSIDE -> outside(profile, line);
            case SAMPLER_THREAD, CPROFILE -> called ? List.of() : missed(profile, "function");
            case LINE_PROFILER, MEMORY_PROFILER ->
                    line.isPresent() ? List.of() : missed(profile, "line");
            default -> List.of();
        };
    }

    /// On a machine that is too busy to look often enough, the line must still have most of what
    /// was seen.
    private List<String> outside(Profile profile, Optional<LineCost> line) {
        double cpu = line.map(l -> l.self().cpu().seconds()).orElse(0.0);
        double wall = line.map(l -> l.self().wall().seconds()).orElse(0.0);
        double all = profile.lines().stream().mapToDouble(l -> l.self().wall().seconds()).sum();
        return Math.abs(cpu - program.seconds()) < 0.3 * program.seconds() + 0.02
                        || (wall > 0.7 * all && wall > 0)
                ? List.of()
                : List.of("saw %.2f s of %.1f s".formatted(cpu, program.seconds()));
    }

    /// Some tools can see nothing of what was killed, of what traces itself, and of other
    /// processes: then the profile has to say so.
    private static List<String> missed(Profile profile, String what) {
        boolean said = profile.notes().stream().anyMatch(note -> ADMISSION.matcher(note).find());
        return List.of(
                "%sthe %s is missing; notes: %s"
                        .formatted(said ? ADMITTED : "", what, profile.notes()));
    }

    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                String content =
                        Files.isRegularFile(file)
                                ? Files.readString(file, StandardCharsets.ISO_8859_1)
                                : "";
                files.put(file.toString(), content + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    /// What is still running of a program: by a variable that it was given, which is seen in its
    /// memory even if it forgot it, or by its arguments.
    static List<String> left(String mark) throws IOException {
        List<String> left = new ArrayList<>();
        try (var processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.filter(MisbehavingRun::isProcess).toList()) {
                if (read(process.resolve("environ")).contains(mark)
                        || read(process.resolve("cmdline")).contains(mark)) {
                    left.add("left running: " + read(process.resolve("cmdline")));
                }
            }
        }
        return left;
    }

    private static boolean isProcess(Path entry) {
        return entry.getFileName().toString().matches("\\d+");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (IOException e) {
            // Of somebody else, or gone.
            return "";
        }
    }
}
