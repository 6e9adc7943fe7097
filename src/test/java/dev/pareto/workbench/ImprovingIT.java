package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Stdin;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.Verdict;
import dev.pareto.workbench.Improvement.End;
import dev.pareto.workbench.Improvement.Step;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

class ImprovingIT {
    private static final String MAIN =
            """
            import sys

            from prices import price


            def unique(items):
                seen = []
                for item in items:
                    if item not in seen:
                        seen.append(item)
                return seen


            def main():
                n = int(sys.argv[1])
                names = unique([i * 7919 % n for i in range(n)])
                total = 0
                for i in range(n):
                    total += price(i % 20)
                print(len(names), total)


            if __name__ == "__main__":
                main()
            """;
    private static final String PRICES =
            """
            def price(item):
                value = 0
                for step in range(500):
                    value = (value * 17 + item * step) % 9973
                return value
            """;

    @TempDir Path folder;
    private Desk desk;
    private Path script;

    @BeforeEach
    void setUp() throws Exception {
        desk = Desk.in(folder);
        script = Desk.write(desk.folder().resolve("w/main.py"), MAIN);
        Desk.write(desk.folder().resolve("w/prices.py"), PRICES);
    }

    @AfterEach
    void tearDown() {
        desk.close();
    }

    private Session open() throws Exception {
        Session session = desk.open(script);
        session.use(new Input("n", List.of(new Argument("3000", Argument.Role.SIZE)), Stdin.EMPTY));
        return session;
    }

    private static Improvement improve(Session session, ImproveRules rules) throws Exception {
        return session.improve("baseline", rules, new StopSignal(), ImproveProgress.NONE);
    }

    @Test
    void keepsWhatWinsInEveryFileAndConfirmsItTogether() throws Exception {
        try (Session session = open()) {
            Set<ImproveProgress.Phase> phases = new HashSet<>();
            Improvement done =
                    session.improve(
                            "baseline",
                            ImproveRules.DEFAULT.within(new WallTime(90)),
                            new StopSignal(),
                            now -> phases.add(now.phase()));
            assertEquals(
                    Set.of("set-lookup", "cache-calls"),
                    new HashSet<>(
                            done.kept().stream().map(step -> step.suggestion().rule()).toList()),
                    done.toString());
            assertEquals(Set.of(ImproveProgress.Phase.values()), phases);
            assertTrue(done.succeeded());
            TrialReport all = done.confirmed().orElseThrow();
            assertEquals(
                    List.of("baseline", done.best(), true, 3),
                    List.of(
                            all.reference(),
                            all.candidate(),
                            all.result().outputSame(),
                            all.result().inputsChecked()));
            Step first = done.kept().getFirst();
            Step second = done.kept().get(1);
            assertEquals("baseline", first.trial().reference());
            assertEquals(first.variant(), second.trial().reference(), "a ladder");
            assertEquals(second.variant(), done.best());
            assertEquals(
                    Set.of("main.py", "prices.py"),
                    session.snapshot().variant(done.best()).orElseThrow().changes().keySet());
            assertEquals(
                    done.steps().size(),
                    done.steps().stream().map(step -> step.suggestion().id()).distinct().count(),
                    "nothing is tried twice");
            assertEquals(MAIN, Files.readString(script), "the user's file is left alone");
            assertEquals(
                    List.of(first.variant(), second.variant()),
                    done.losses().stream().map(Improvement.Loss::variant).toList());
            for (Improvement.Loss loss : done.losses()) {
                assertEquals("faster", loss.measured().orElseThrow().verdict().id(), loss.words());
            }
            assertEquals(
                    done.steps().stream()
                            .map(step -> step.suggestion().rule())
                            .collect(Collectors.toSet()),
                    session.trackRecords().keySet(),
                    "what was predicted stands beside what was measured");
            TrackRecord record =
                    Objects.requireNonNull(session.trackRecords().get(first.suggestion().rule()));
            assertEquals(
                    new TrackRecord.Case(
                            "main.py",
                            false,
                            first.suggestion().predicted(),
                            ((Verdict.Faster) first.trial().result().verdict()).estimate().ratio(),
                            "faster",
                            first.trial().at()),
                    record.cases().getFirst());
            assertEquals(
                    1 + done.steps().size(),
                    session.snapshot().variants().size(),
                    "what was undone is in no table");
        }
    }

    @Test
    void endsWhereTheTargetIsReached() throws Exception {
        try (Session session = open()) {
            Improvement done =
                    improve(session, new ImproveRules(new WallTime(60), 5, new Ratio(1.05)));
            assertEquals(List.of(End.TARGET_REACHED, 1), List.of(done.end(), done.kept().size()));
        }
    }

    @Test
    void aStopKeepsTheStepsAndConfirmsNothing() throws Exception {
        try (Session session = open()) {
            StopSignal stop = new StopSignal();
            Improvement done =
                    session.improve(
                            "baseline",
                            ImproveRules.DEFAULT,
                            stop,
                            now -> {
                                if (!now.steps().isEmpty()) {
                                    stop.request();
                                }
                            });
            assertEquals(
                    List.of(End.STOPPED, 1, false),
                    List.of(done.end(), done.steps().size(), done.succeeded()));
            assertEquals(done.kept().isEmpty() ? "baseline" : "A", done.best());
        }
    }

    @Test
    void nothingToSuggestIsAnAnswer() throws Exception {
        Desk.write(script, "print(sum(range(100_000)))\n");
        try (Session session = open()) {
            assertEquals(
                    new Improvement(
                            "baseline", "baseline", List.of(), null, List.of(), End.NOTHING_LEFT),
                    improve(session, ImproveRules.DEFAULT));
        }
    }

    @Test
    void aProgramThatFailsIsNotImproved() throws Exception {
        Desk.write(script, "raise ValueError('no')\n");
        try (Session session = open()) {
            ProblemException thrown =
                    assertThrows(
                            ProblemException.class, () -> improve(session, ImproveRules.DEFAULT));
            assertEquals(Problem.Kind.PROGRAM, thrown.problem().kind());
        }
    }
}
