package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Profile;
import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Stdin;
import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Samples;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SnapshotTest {
    private final Snapshot opened = Samples.opened();

    @Test
    void keepsTheSampledProfileWhenATracedOneComes() {
        ProfileReport sampled = report(EngineKind.OUTSIDE, Samples.INPUT, 1);
        ProfileReport traced = report(EngineKind.CPROFILE, Samples.INPUT, 2);
        ProfileReport lines = report(EngineKind.LINE_PROFILER, Samples.INPUT, 3);
        Snapshot state = opened.with(sampled).with(traced).with(lines);
        assertEquals(Map.of("baseline", sampled), state.profiles());
        assertEquals(List.of(sampled, lines, traced), state.profilesOf("baseline"));
    }

    @Test
    void replacesTheProfileOfTheSameEngine() {
        ProfileReport before = report(EngineKind.OUTSIDE, Samples.INPUT, 1);
        ProfileReport traced = report(EngineKind.CPROFILE, Samples.INPUT, 2);
        ProfileReport after = report(EngineKind.OUTSIDE, Samples.INPUT, 3);
        ProfileReport again = report(EngineKind.CPROFILE, Samples.INPUT, 4);
        Snapshot state = opened.with(before).with(traced).with(after).with(again);
        assertEquals(List.of(after, again), state.profilesOf("baseline"));
    }

    @Test
    void aSampledProfileTakesThePlaceOfATracedOne() {
        ProfileReport traced = report(EngineKind.CPROFILE, Samples.INPUT, 1);
        ProfileReport sampled = report(EngineKind.OUTSIDE, Samples.INPUT, 2);
        Snapshot state = opened.with(traced).with(sampled);
        assertEquals(List.of(sampled, traced), state.profilesOf("baseline"));
    }

    @Test
    void aProfileOfAnotherInputIsNotWhatTheProgramDoesNow() {
        Input other = new Input("large", List.of(Argument.plain("9")), Stdin.EMPTY);
        ProfileReport sampled = report(EngineKind.OUTSIDE, Samples.INPUT, 1);
        ProfileReport traced = report(EngineKind.CPROFILE, other, 2);
        assertEquals(
                List.of(traced, sampled), opened.with(sampled).with(traced).profilesOf("baseline"));
    }

    private static ProfileReport report(EngineKind engine, Input input, int second) {
        Profile like = SampleProfiles.baseline();
        return new ProfileReport(
                "baseline",
                input,
                new Profile(
                        engine,
                        like.wall(),
                        like.cpu(),
                        like.waiting(),
                        like.startup(),
                        like.samples(),
                        0,
                        like.functions(),
                        like.lines(),
                        like.tree(),
                        like.memory(),
                        true,
                        List.of()),
                null,
                Samples.THEN.plusSeconds(second));
    }
}
