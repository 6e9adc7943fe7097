package dev.pareto.python;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// One running `analyser.py`: a request goes in, an answer comes out, each with its length before
/// it. One thread at a time may ask; any may kill.
final class AnalyserProcess {
    private final Path interpreter;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private int version;

    private AnalyserProcess(Path interpreter, Process process) {
        this.interpreter = interpreter;
        this.process = process;
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(process.getInputStream());
    }

    /// Starts it, and makes sure that it is a Python that Pareto knows.
    static AnalyserProcess start(Path interpreter, Path program, Duration patience)
            throws AnalyserException {
        // Isolated and without site, so that nothing of the user's folders is imported.
        List<String> command =
                List.of(interpreter.toString(), "-I", "-S", "-B", "-Wignore", program.toString());
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(program.resolveSibling("").toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            throw new AnalyserException(
                    interpreter + " could not be started. Choose another interpreter.", e);
        }
        AnalyserProcess started = new AnalyserProcess(interpreter, process);
        started.greet(patience);
        return started;
    }

    private void greet(Duration patience) throws AnalyserException {
        List<Integer> version = AnswerReader.version(ask(Requests.version(), patience));
        int minor = version.get(1);
        if (version.get(0) != 3 || minor < 10) {
            kill();
            throw new AnalyserException(
                    "%s is Python %d.%d. Choose one from 3.10 on."
                            .formatted(interpreter, version.get(0), minor));
        }
        this.version = 300 + minor;
    }

    /// Whether this interpreter's positions inside of f-strings are right.
    boolean knowsFormattedStrings() {
        return version >= 312;
    }

    /// As in 313 for Python 3.13.
    int version() {
        return version;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }

    /// Sends a request and waits for the answer.
    ///
    /// @throws AnalyserException when the process has ended, or is ended for being too slow
    byte[] ask(byte[] request, Duration patience) throws AnalyserException {
        Deadline deadline = new Deadline(process, patience);
        try (deadline) {
            requests.writeInt(request.length);
            requests.write(request);
            requests.flush();
            byte[] answer = new byte[answers.readInt()];
            answers.readFully(answer);
            return answer;
        } catch (IOException e) {
            kill();
            throw new AnalyserException(
                    deadline.isMissed()
                            ? "%s did not understand it within %d s; it was stopped."
                                    .formatted(interpreter, patience.toSeconds())
                            : interpreter + " ended while it looked at the code.",
                    e);
        }
    }
}
