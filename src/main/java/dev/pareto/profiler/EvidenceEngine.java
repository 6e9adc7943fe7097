package dev.pareto.profiler;

import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.python.Command;
import dev.pareto.python.Ended;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Limits;
import dev.pareto.python.Running;
import dev.pareto.python.StopSignal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs a program with probes at the places that rules ask about. Stateless between calls; blocks
/// until the run is over.
///
/// The run ends when the program does, when every question is answered, or after the time limit. It
/// says nothing about time: probes take some.
public final class EvidenceEngine {
    /// Longest run with probes, unless the request's own limit is shorter.
    public static final Duration TIME = Duration.ofSeconds(10);

    private static final int DETAILS = 2_000;

    private final Path script;

    /// @param script where `evidence.py` was unpacked, with the files beside it
    public EvidenceEngine(Path script) {
        this.script = script;
    }

    /// Runs the program once. The workspace is put back as it was before.
    ///
    /// A stop request ends the run; what was seen until then is returned.
    ///
    /// @param questions at least one
    public Observed observe(ProfileRequest request, List<Question> questions, StopSignal stop)
            throws InterruptedException {
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("Nothing is asked: there is no need to run");
        }
        try (var folder = PrivateFolder.make("pareto-evidence-")) {
            Path plan = folder.path().resolve("plan");
            Path results = folder.path().resolve("results");
            Files.write(
                    plan,
                    EvidencePlan.bytes(results, request.workspace().root(), DETAILS, questions));
            Command command =
                    request.workspace()
                            .command(request.input(), limited(request.limits()), Map.of());
            Running running = request.launcher().start(withProbes(command, plan));
            Ended ended;
            try (var _ = stop.whenRequested(running::stop)) {
                ended = running.await();
            }
            request.workspace().reset();
            Observations seen = EvidenceReader.read(results, questions, ended);
            return ended instanceof Ended.Crashed(var reason, _, _, _) && seen.seen().isEmpty()
                    ? new Observed.Unavailable(reason)
                    : new Observed.Done(seen, ended);
        } catch (LauncherException e) {
            return new Observed.Unavailable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Observed.Unavailable(
                    "What the probes saw could not be written or read ("
                            + e
                            + "), so there is no evidence. Is the disk full?");
        }
    }

    private static Limits limited(Limits limits) {
        Duration own = limits.time();
        return own != null && own.compareTo(TIME) < 0 ? limits : limits.within(TIME);
    }

    /// `python FLAGS SCRIPT ARGS` becomes `python FLAGS evidence.py PLAN SCRIPT ARGS`; the same
    /// with `-m MODULE`.
    private Command withProbes(Command command, Path plan) {
        List<String> argv = new ArrayList<>(command.argv());
        int target = 1;
        while (argv.get(target).startsWith("-") && !argv.get(target).equals("-m")) {
            boolean takesNext = argv.get(target).equals("-X") || argv.get(target).equals("-W");
            target += takesNext ? 2 : 1;
        }
        argv.addAll(target, List.of(script.toString(), plan.toString()));
        return new Command(
                argv,
                command.environment(),
                command.folder(),
                command.stdin(),
                command.scratch(),
                command.limits());
    }
}
