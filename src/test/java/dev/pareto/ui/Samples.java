package dev.pareto.ui;

import dev.pareto.advice.Advice;
import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Stdin;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrialReport;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One program as the window would show it: the example of the design's pictures, with the same
/// figures.
public final class Samples {
    public static final Instant THEN = Instant.parse("2026-05-04T10:00:00Z");

    public static final Input INPUT =
            new Input(
                    "workshop",
                    List.of(
                            new Argument("12000", Argument.Role.SIZE),
                            new Argument("7", Argument.Role.SEED)),
                    Stdin.EMPTY);

    public static final Map<String, String> ENVIRONMENT =
            Map.of("interpreter", "CPython 3.13.0", "cores", "2", "power", "mains", "load", "0.31");

    private Samples() {}

    public static Program program() {
        Path python = Path.of("/opt/python/bin/python3");
        Path root = Path.of("/home/ada/05-containers");
        return new Program(
                root,
                new Target.Script("dedupe.py"),
                new Interpreter(python, python, "3.13.0", "CPython", null),
                root,
                Map.of(),
                Program.Trust.OWN);
    }

    public static List<Variant> variants() {
        return List.of(
                Variant.baseline(),
                variant("A", "bound append", Variant.Origin.EDIT, SampleCode.DEDUPE),
                variant("B", "sorted set", Variant.Origin.EDIT, SampleCode.DEDUPE),
                variant("C", "two processes", Variant.Origin.EDIT, SampleCode.DEDUPE),
                variant("D", "NumPy unique", Variant.Origin.ADVICE, SampleCode.DEDUPE),
                variant("E", "set lookup", Variant.Origin.ADVICE, SampleCode.WITH_SET));
    }

    private static Variant variant(String id, String name, Variant.Origin origin, String text) {
        return new Variant(id, name, Variant.BASELINE_ID, origin, Map.of("dedupe.py", text));
    }

    /// The text of a file in a variant, as the session gives it.
    public static String text(String variant, String path) {
        if (path.equals("orders.py")) {
            return SampleCode.ORDERS;
        }
        return variant.equals("E") ? SampleCode.WITH_SET : SampleCode.DEDUPE;
    }

    /// Just opened: a baseline and nothing else.
    public static Snapshot opened() {
        return snapshot(List.of(Variant.baseline()), Map.of(), Map.of(), Map.of());
    }

    /// Profiled, advised, and every variant but E measured.
    public static Snapshot worked() {
        var trials = new LinkedHashMap<>(SampleTrials.all());
        trials.remove("E");
        return snapshot(variants().subList(0, 5), SampleProfiles.all(), advice(), trials);
    }

    /// The same with E, measured.
    public static Snapshot finished() {
        return snapshot(variants(), SampleProfiles.all(), advice(), SampleTrials.all());
    }

    public static Map<String, Advice> advice() {
        return Map.of(Variant.BASELINE_ID, SampleAdvice.all());
    }

    public static Snapshot snapshot(
            List<Variant> variants,
            Map<String, ProfileReport> profiles,
            Map<String, Advice> advice,
            Map<String, TrialReport> trials) {
        return new Snapshot(
                program(),
                List.of(INPUT),
                INPUT,
                SampleCode.FILES,
                variants,
                profiles,
                advice,
                trials);
    }
}
