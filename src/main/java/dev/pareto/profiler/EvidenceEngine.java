package dev.pareto.profiler;

import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.python.Ended;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Limits;
import dev.pareto.python.StopSignal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
        var limited =
                new ProfileRequest(
                        request.workspace(),
                        request.input(),
                        limited(request.limits()),
                        request.launcher());
        var fields = EvidencePlan.fields(request.workspace().root(), DETAILS, questions);
        try (var run = ToolRun.of(script, _ -> fields, limited, stop, ProfileProgress.NONE)) {
            Ended ended = run.ended();
            Observations seen = EvidenceReader.read(run.records(), questions, ended);
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
}
