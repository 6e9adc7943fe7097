package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Variant;
import dev.pareto.python.Limits;
import dev.pareto.python.Reach;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What first runs touch outside of their copies is told before anything is repeated.
class ReachTest {
    @TempDir Path folder;

    private TrialRequest request(RealTrials trials, String text) throws Exception {
        return new TrialRequest(
                trials.program(text),
                Variant.baseline(),
                Variant.baseline(),
                dev.pareto.program.Input.of(),
                List.of(),
                Limits.own(),
                TrialRules.DEFAULT.within(new WallTime(1)));
    }

    /// Stops when something was reached.
    private static final class Careful implements TrialProgress {
        private final StopSignal stop = new StopSignal();
        private final List<String> reached = new ArrayList<>();

        @Override
        public void at(Phase phase, TrialResult soFar, int nextLook) {}

        @Override
        public void reached(String reach) {
            reached.add(reach);
            stop.request();
        }
    }

    @Test
    void namesFilesAndRepeatsNothingWhenStopped() throws Exception {
        Path log = folder.toRealPath().resolve("log.txt");
        String text =
                """
                import subprocess, sys, tempfile, time
                open("here.txt", "w").write("x")
                with tempfile.NamedTemporaryFile() as passing, open(%r, "a") as log:
                    log.write("run\\n")
                    log.flush()
                    time.sleep(0.1)
                code = "import time; f = open(%r, 'a'); f.write('child'); f.flush(); time.sleep(0.1)"
                subprocess.run([sys.executable, "-c", code])
                """
                        .replaceFirst("%r", "'" + log + "'")
                        .replaceFirst("%r", "'" + log + ".child'");
        try (var trials = new RealTrials(folder)) {
            var careful = new Careful();
            TrialResult result = trials.trials().hold(request(trials, text), careful.stop, careful);
            var expected =
                    new Reach(
                            new TreeSet<>(List.of(log.toString(), log + ".child")),
                            new TreeSet<>());
            assertEquals(List.of(expected.words()), careful.reached);
            assertEquals("run\n", Files.readString(log));
            assertFalse(result.complete());
            assertEquals(List.of(expected.words()), result.notes());
            assertTrue(
                    expected.words().startsWith("The first run wrote to " + log), expected::words);
        }
    }

    @Test
    void namesConnectionsBeyondThisMachineAlone() throws Exception {
        // Connecting a datagram socket sends nothing; the address is one for documentation.
        String text =
                """
                import socket, time
                server = socket.create_server(("127.0.0.1", 0))
                near = socket.create_connection(server.getsockname())
                far = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                try:
                    far.connect(("192.0.2.7", 9))
                    print("connected")
                except OSError:
                    print("no route")
                time.sleep(0.1)
                """;
        try (var trials = new RealTrials(folder)) {
            var careful = new Careful();
            TrialResult result = trials.trials().hold(request(trials, text), careful.stop, careful);
            assertEquals(
                    List.of("The first run was connected to udp 192.0.2.7:9."),
                    careful.reached,
                    result::toString);
        }
    }

    @Test
    void isSilentAboutProgramsThatStayInTheirCopy() throws Exception {
        try (var trials = new RealTrials(folder)) {
            var careful = new Careful();
            trials.trials()
                    .hold(
                            request(
                                    trials,
                                    "open('out.txt', 'w').write('x')\nprint(sum(range(99)))\n"),
                            careful.stop,
                            careful);
            assertEquals(List.of(), careful.reached);
        }
    }
}
