package dev.pareto.python;

import dev.pareto.source.SourceText;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/// What an interpreter understands of Python code: its own `ast`, `tokenize` and `compile`, asked
/// in a process that lives as long as this object. Nothing of the code is executed.
///
/// Any thread may use it; requests wait for each other, and block until they are answered or their
/// time is over. The process starts with the first request, and again after a crash.
public final class Analyser implements AutoCloseable {
    /// Enough for 100,000 lines on a busy machine.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// A file of 50,000 lines has about 2 million; the tree of one this large takes gigabytes.
    private static final int MOST_CHARACTERS = 8_000_000;

    private final Path interpreter;
    private final Path program;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closed;
    private volatile @Nullable AnalyserProcess process;

    /// Asks an interpreter that the caller trusts.
    ///
    /// @param interpreter an executable that lies outside of the opened folder: it is started as
    ///   soon as code is to be understood, before any Run
    /// @param sources must stay open longer than this
    public Analyser(Path interpreter, PythonSources sources) {
        this(interpreter, sources.file("analyser.py"), PATIENCE);
    }

    Analyser(Path interpreter, Path program, Duration patience) {
        this.interpreter = interpreter;
        this.program = program;
        this.patience = patience;
    }

    /// The interpreter's version, as in 313 for Python 3.13; empty when it cannot be asked.
    public OptionalInt version() {
        turn.lock();
        try {
            return OptionalInt.of(running().version());
        } catch (AnalyserException e) {
            return OptionalInt.empty();
        } finally {
            turn.unlock();
        }
    }

    /// Parses a file.
    public Parsing parse(SourceText source) {
        try {
            return ask(source, Requests.parse(source)).parsing(source);
        } catch (AnalyserException e) {
            return e.about(source);
        }
    }

    /// Compiles files as the interpreter would before it runs them, and forgets the result.
    ///
    /// @return the problem of each file that has one; empty when all compile
    public List<CodeProblem> compile(List<SourceText> files) {
        return files.stream().flatMap(file -> compile(file).stream()).toList();
    }

    private Optional<CodeProblem> compile(SourceText source) {
        try {
            return ask(source, Requests.compile(source)).problem(source);
        } catch (AnalyserException e) {
            return Optional.of(e.about(source));
        }
    }

    private AnswerReader ask(SourceText source, byte[] request) throws AnalyserException {
        if (source.text().length() > MOST_CHARACTERS) {
            throw new AnalyserException(
                    "It is too large to be looked at: it has more than %,d characters."
                            .formatted(MOST_CHARACTERS));
        }
        turn.lock();
        try {
            AnalyserProcess asked = running();
            byte[] answer = asked.ask(request, patience);
            return new AnswerReader(answer, asked.knowsFormattedStrings());
        } finally {
            turn.unlock();
        }
    }

    private AnalyserProcess running() throws AnalyserException {
        AnalyserProcess running = process;
        if (running == null || !running.isAlive()) {
            running = AnalyserProcess.start(interpreter, program, patience);
            process = running;
        }
        // Asked last: a close at the same time either sees the new process, or is seen here.
        if (closed) {
            running.kill();
            throw new AnalyserException("The analyser was closed.");
        }
        return running;
    }

    /// Ends the process; a request that is under way ends as unreadable.
    @Override
    public void close() {
        closed = true;
        AnalyserProcess running = process;
        if (running != null) {
            running.kill();
        }
    }
}
