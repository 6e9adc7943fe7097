package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.profile.EngineKind;
import dev.pareto.profiler.ProfileProgress;
import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Stdin;
import dev.pareto.program.Target;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialProgress;
import dev.pareto.trial.TrialRules;
import dev.pareto.workbench.RunSummary.Kind;
import dev.pareto.workbench.Traceback.Frame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JobsIT {
    private static final String SLOW =
            """
            import sys


            def unique(items):
                seen = []
                for item in items:
                    if item not in seen:
                        seen.append(item)
                return seen


            n = int(sys.argv[1])
            print(len(unique([i * 7919 % n for i in range(n)])))
            """;

    @TempDir Path folder;
    private Desk desk;

    @BeforeEach
    void setUp() throws Exception {
        desk = Desk.in(folder);
    }

    @AfterEach
    void tearDown() {
        desk.close();
    }

    private Session open(String text) throws Exception {
        return desk.open(Desk.write(desk.folder().resolve("w/main.py"), text));
    }

    private static RunReport run(Session session) throws Exception {
        return session.run("baseline", new StopSignal(), _ -> {});
    }

    @Test
    void aPlainRunPrintsAndLeavesTheFolderAlone() throws Exception {
        try (Session session = open("print(2 + 2)\nopen('left.txt', 'w').write('x')\n")) {
            RunReport report = run(session);
            assertEquals("4\n", report.ended().stdout().text());
            assertEquals(Kind.FINISHED, report.summary().kind());
            assertEquals(List.of("left.txt"), List.copyOf(report.files().keySet()));
            assertFalse(Files.exists(desk.folder().resolve("w/left.txt")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input()|INPUT_MISSING",
                "def f(:|SYNTAX_ERROR",
                "raise SystemExit(3)|STATUS",
                "import nothing_of_that_name|EXCEPTION",
                "import os; os.kill(os.getpid(), 9)|SIGNAL",
                "while True: pass|TIME_LIMIT"
            })
    void saysHowARunEnded(String code, Kind kind) throws Exception {
        try (Session session = open(code + "\n")) {
            session.use(session.limits().within(Duration.ofSeconds(1)));
            RunSummary summary = run(session).summary();
            assertEquals(kind, summary.kind(), summary.text());
            assertFalse(summary.remedy().isBlank() && kind != Kind.SIGNAL, summary.text());
        }
    }

    @Test
    void aTracebackLeadsToTheUsersOwnFile() throws Exception {
        try (Session session = open("def f():\n    return 1 / 0\n\nf()\n")) {
            RunReport report = run(session);
            assertEquals(
                    Optional.of(
                            new Traceback(
                                    List.of(
                                            new Frame("main.py", true, 4, "<module>"),
                                            new Frame("main.py", true, 2, "f")),
                                    "ZeroDivisionError",
                                    "division by zero")),
                    report.summary().lastTraceback());
            Path script = desk.folder().resolve("w/main.py");
            assertTrue(report.errors().contains(script.toString()), report.errors());
        }
    }

    @Test
    void aModuleOfASourceFolderRuns() throws Exception {
        Path root = desk.folder().resolve("p");
        Desk.write(root.resolve("pyproject.toml"), "");
        Desk.write(root.resolve("src/app/__init__.py"), "NAME = 'app'\n");
        Desk.write(root.resolve("src/app/__main__.py"), "from app import NAME\nprint(NAME)\n");
        try (Session session = desk.open(Opening.of(root, new Target.Module("app")))) {
            assertEquals("app\n", run(session).ended().stdout().text());
        }
    }

    @Test
    void aVariantIsWhatRuns() throws Exception {
        try (Session session = open("from other import x\nprint(x)\n")) {
            Desk.write(desk.folder().resolve("w/other.py"), "x = 1\n");
            assertEquals("1\n", run(session).ended().stdout().text());
            session.edit("baseline", "other.py", "x = 2\n");
            assertEquals(
                    "2\n", session.run("A", new StopSignal(), _ -> {}).ended().stdout().text());
        }
    }

    @Test
    void theInputInUseIsWhatTheProgramGets() throws Exception {
        try (Session session = open("import sys\nprint(sys.argv[1:], input())\n")) {
            session.use(
                    new Input("mine", List.of(Argument.plain("a b")), new Stdin.Text("typed\n")));
            assertEquals("['a b'] typed\n", run(session).ended().stdout().text());
        }
        try (Session session = desk.open(desk.folder().resolve("w/main.py"))) {
            assertEquals("mine", session.snapshot().input().name());
            assertEquals(2, session.snapshot().inputs().size());
        }
    }

    @Test
    void aStopEndsTheRunAndKeepsWhatWasPrinted() throws Exception {
        try (Session session = open("print('begun', flush=True)\nwhile True: pass\n")) {
            StopSignal stop = new StopSignal();
            RunReport report =
                    session.run(
                            "baseline",
                            stop,
                            running -> {
                                while (!running.printedSoFar().endsWith("\n")) {
                                    Thread.onSpinWait();
                                }
                                stop.request();
                            });
            assertEquals(Kind.CANCELLED, report.summary().kind());
            assertEquals("begun\n", report.ended().stdout().text());
        }
    }

    @Test
    void onlyOneJobAtATime() throws Exception {
        try (Session session = open("print(1)\n")) {
            ProblemException[] refused = new ProblemException[1];
            session.run(
                    "baseline",
                    new StopSignal(),
                    _ -> refused[0] = assertThrows(ProblemException.class, () -> nested(session)));
            assertEquals("Something is still being measured.", refused[0].problem().what());
        }
    }

    /// From another thread, as a window would.
    private static void nested(Session session) throws Exception {
        Exception[] thrown = new Exception[1];
        Thread other =
                new Thread(
                        () -> {
                            try {
                                run(session);
                            } catch (Exception e) {
                                thrown[0] = e;
                            }
                        });
        other.start();
        other.join();
        if (thrown[0] != null) {
            throw thrown[0];
        }
    }

    @Test
    void closesTheLoopAndRemembersIt() throws Exception {
        Input input =
                new Input("sized", List.of(new Argument("3000", Argument.Role.SIZE)), Stdin.EMPTY);
        TrialReport trial;
        try (Session session = open(SLOW)) {
            session.use(input);
            ProfileReport profile =
                    session.profile(
                            "baseline", Optional.empty(), new StopSignal(), ProfileProgress.NONE);
            assertEquals(7, profile.profile().lines().getFirst().line());
            var advice = session.advise("baseline", new StopSignal(), _ -> {});
            var suggestion = advice.suggestions().getFirst();
            var variant = session.apply("baseline", suggestion.id());
            assertEquals("A", variant.id());
            assertEquals(variant, session.apply("baseline", suggestion.id()), "applied twice");
            assertEquals("B", session.edit("A", "main.py", SLOW + "#\n").id(), "advice is kept");
            trial =
                    session.trial(
                            "baseline",
                            "A",
                            TrialRules.DEFAULT.within(new WallTime(3)),
                            new StopSignal(),
                            TrialProgress.NONE);
            assertEquals("faster", trial.result().verdict().id(), trial.toString());
            assertEquals(3, trial.result().inputsChecked());
            assertEquals(1, session.verdicts());
        }
        var recent = desk.workbench().recent(1).getFirst();
        assertEquals("faster", recent.verdict());
        try (Session session = desk.workbench().reopen(recent)) {
            Snapshot snapshot = session.snapshot();
            assertEquals(Optional.of(trial), snapshot.trial("A"));
            assertEquals(input, snapshot.input());
            assertTrue(snapshot.profile("baseline").isPresent());
            assertEquals(1, snapshot.adviceFor("baseline").orElseThrow().suggestions().size());
        }
    }

    @Test
    void aTrialGoesOnWithItsPairsAndACancelledOneLeavesIt() throws Exception {
        try (Session session = open("print(sum(i * i for i in range(300_000)))\n")) {
            session.edit("baseline", "main.py", "print(sum(i * i for i in range(300_000)))\n#\n");
            TrialRules rules = TrialRules.DEFAULT.within(new WallTime(0.1));
            TrialReport first =
                    session.trial("baseline", "A", rules, new StopSignal(), TrialProgress.NONE);
            TrialReport second = session.goOn("A", rules, new StopSignal(), TrialProgress.NONE);
            int pairs = first.result().pairs().size();
            assertEquals(first.result().pairs(), second.result().pairs().subList(0, pairs));
            StopSignal stopped = new StopSignal();
            stopped.request();
            session.trial("baseline", "A", rules, stopped, TrialProgress.NONE);
            assertEquals(Optional.of(second), session.snapshot().trial("A"));
        }
    }

    @Test
    void aGuestsTrialIsNotTakenForTheWindows() throws Exception {
        Path script = Desk.write(desk.folder().resolve("w/main.py"), "print(1)\n");
        try (Session guest = desk.open(Opening.of(script).asGuest())) {
            String id = guest.adopt("other.py", Map.of("main.py", "print(2)\n")).id();
            guest.trial("baseline", id, TrialRules.DEFAULT, new StopSignal(), TrialProgress.NONE);
        }
        try (Session session = desk.open(script)) {
            session.branch("baseline");
        }
        try (Session session = desk.open(script)) {
            assertEquals(Map.of(), session.snapshot().trials());
        }
        assertEquals(
                "output_changed",
                desk.workbench().trials(9).getFirst().report().result().verdict().id());
    }

    @Test
    void whatWasMeasuredOfAnotherTextIsNotShown() throws Exception {
        try (Session session = open("x = sum(range(1000))\n")) {
            session.profile(
                    "baseline",
                    Optional.of(EngineKind.CPROFILE),
                    new StopSignal(),
                    ProfileProgress.NONE);
            assertEquals(1, session.snapshot().profiles().size());
            Desk.write(desk.folder().resolve("w/main.py"), "print(5)\n");
            assertEquals("5\n", run(session).ended().stdout().text());
            assertEquals(Map.of(), session.snapshot().profiles());
            assertEquals("print(5)\n", session.text("baseline", "main.py").text());
        }
    }

    @Test
    void aLessonOpensWithItsInputAndHidesItsSolutions() throws Exception {
        var lesson = desk.workbench().lessons().get(1);
        try (Session session = desk.workbench().openLesson(lesson)) {
            assertEquals(lesson.inputs().getFirst(), session.snapshot().input());
            assertEquals(List.of("dedupe.py", "orders.py"), session.snapshot().files());
            assertEquals(Duration.ofSeconds(60), session.limits().time());
        }
    }

    @Test
    void theMachineIsLookedAtByTrying() throws Exception {
        MachineReport report = desk.workbench().doctor(new StopSignal());
        assertFalse(report.interpreters().isEmpty());
        assertTrue(
                report.engines().stream()
                        .anyMatch(e -> e.engine() == EngineKind.CPROFILE && e.works()),
                report.toString());
    }
}
