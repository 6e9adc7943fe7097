package dev.pareto.workbench;

import dev.pareto.advice.RulePages;
import dev.pareto.exchange.ParetoJsonWriter;
import dev.pareto.history.HistoryException;
import dev.pareto.history.Rows;
import dev.pareto.lesson.Lesson;
import dev.pareto.lesson.LessonException;
import dev.pareto.lesson.LessonReader;
import dev.pareto.profile.Profile;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Target;
import dev.pareto.python.StopSignal;
import dev.pareto.python.ToolEnvironments.Environment;
import dev.pareto.report.Code;
import dev.pareto.trial.TrialProgress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The use cases of Pareto, and what all opened programs share: interpreters, launcher, history,
/// settings. The window and the command line both work by it. Any thread; close it last.
///
/// - [#recent] [#forget] [#lessons] [#interpreters] [#interpreterAt] [#settings] [#save] [#trials]
///   [#exportRuns]
/// - [#doctor] [#noise] [#snippets] [#environments] [#createEnvironment] [#addPackage]
/// - [#rulePage]
/// - [#isProfile] [#openProfile] [#profileFile] [#profileJson]
/// - [#open] [#openLesson] [#reopen] give a [Session]
public final class Workbench implements AutoCloseable {
    private final Tools tools;
    private final Folders folders;
    private final SettingsStore settings;
    private final Opener opener;

    private Workbench(Tools tools, Folders folders, Path userHome) {
        this.tools = tools;
        this.folders = folders;
        settings = new SettingsStore(folders.settings());
        opener = new Opener(tools, folders, userHome);
    }

    /// Sets it up. Starts no process.
    ///
    /// @param environment of our own process, where interpreters are looked up
    /// @throws ProblemException when the history or the temporary folder cannot be used
    public static Workbench with(Folders folders, Map<String, String> environment, Path userHome)
            throws ProblemException {
        try {
            return new Workbench(new Tools(folders, environment, userHome), folders, userHome);
        } catch (HistoryException e) {
            throw Problems.internal(
                    String.valueOf(e.getMessage()),
                    "Pareto keeps there what was measured.",
                    "Move the file away, or set PARETO_DATA to another folder.",
                    String.valueOf(e.getCause()));
        } catch (UncheckedIOException e) {
            throw Problems.internal(
                    String.valueOf(e.getMessage()) + ".",
                    "Pareto cannot work without a folder for temporary files.",
                    "Is the disk full?",
                    e.toString());
        }
    }

    /// The programs opened last, newest first.
    public List<RecentProgram> recent(int count) throws ProblemException {
        return read(() -> tools.history().recent(count)).stream()
                .map(Workbench::recentProgram)
                .toList();
    }

    private static RecentProgram recentProgram(Rows.ProgramRow row) {
        return new RecentProgram(
                row.key(),
                row.target(),
                Path.of(row.root()),
                row.lesson(),
                row.verdict(),
                row.ratio(),
                row.openedAt());
    }

    /// Takes a program and all that was measured of it out of the history.
    public void forget(String key) throws ProblemException {
        read(
                () -> {
                    tools.history().forget(key);
                    return List.of();
                });
    }

    /// Trials of all programs, newest first.
    public List<StoredTrial> trials(int count) throws ProblemException {
        return read(() -> tools.history().newestTrials(count)).stream()
                .map(
                        row ->
                                new StoredTrial(
                                        row.id(),
                                        row.program(),
                                        new TrialReport(
                                                row.reference(),
                                                row.candidate(),
                                                row.input(),
                                                row.result(),
                                                row.at(),
                                                row.environment())))
                .toList();
    }

    /// Writes every run of a trial to a file: `.json` in the form of pyperf, or `.csv`.
    public static void exportRuns(TrialReport trial, Path file) throws ProblemException {
        RunFiles.write(trial, RunFiles.names(trial), file);
    }

    /// The lessons that ship, in their order.
    public List<Lesson> lessons() throws ProblemException {
        try {
            return new LessonReader().pack(folders.lessons());
        } catch (LessonException e) {
            throw Problems.internal(
                    String.valueOf(e.getMessage()),
                    "The lessons cannot be shown.",
                    "Install Pareto again, or check the pack.",
                    "");
        }
    }

    /// The interpreters to choose from; those of a program's root first. Blocks the first time.
    ///
    /// @param root of an opened program, or null
    public List<Interpreter> interpreters(@Nullable Path root) throws InterruptedException {
        return root == null
                ? tools.interpreters().onThisMachine()
                : new Choosing(tools.interpreters(), root).all();
    }

    /// The interpreter at a path that the user named.
    ///
    /// @param root of the opened program: what lies in it is only read about
    /// @throws ProblemException when it is none that Pareto works with
    public Interpreter interpreterAt(Path executable, Path root)
            throws ProblemException, InterruptedException {
        return new Choosing(tools.interpreters(), root).at(executable);
    }

    /// The page that explains a rule of advice, as Markdown; empty where there is none.
    public static String rulePage(String rule) {
        return RulePages.page(rule).orElse("");
    }

    /// Opens a program. Nothing that lies in its folder is executed.
    public Opened open(Opening opening) throws ProblemException, InterruptedException {
        return opener.open(opening);
    }

    public Session openLesson(Lesson lesson) throws ProblemException, InterruptedException {
        return opener.lesson(lesson, false);
    }

    /// A lesson for measuring only, as [Opening#guest] says.
    public Session openLessonAsGuest(Lesson lesson) throws ProblemException, InterruptedException {
        return opener.lesson(lesson, true);
    }

    /// Opens a program as it was left.
    public Session reopen(RecentProgram program) throws ProblemException, InterruptedException {
        if (program.lesson() != null) {
            for (Lesson lesson : lessons()) {
                if (lesson.id().equals(program.lesson())
                        && lesson.folder().equals(program.root())) {
                    return openLesson(lesson);
                }
            }
        }
        Target target =
                program.label().startsWith("-m ")
                        ? new Target.Module(program.label().substring(3))
                        : new Target.Script(program.label());
        Opening opening = Opening.of(program.root(), target).withRoot(program.root());
        return switch (open(opening)) {
            case Opened.Ready(Session session) -> session;
            case Opened.Choice _ ->
                    throw new IllegalStateException("an entry was named, so there is no choice");
        };
    }

    public Settings settings() {
        return settings.read();
    }

    public void save(Settings chosen) throws ProblemException {
        try {
            settings.write(chosen);
        } catch (IOException e) {
            throw Problems.internal(
                    "The settings could not be written to " + folders.settings() + ".",
                    "They hold until Pareto is closed.",
                    "Is the disk full, or the folder read-only?",
                    e.toString());
        }
    }

    /// Looks at what this machine can do, by trying it.
    public MachineReport doctor(StopSignal stop) throws ProblemException, InterruptedException {
        return new Doctor(tools, folders).look(stop);
    }

    /// Compares a program of ours with itself for ten seconds, to see how noisy this machine is.
    public NoiseReport noise(StopSignal stop, TrialProgress progress)
            throws ProblemException, InterruptedException {
        return new Noise(tools).measure(newest(), stop, progress);
    }

    /// Times statements side by side.
    ///
    /// @param interpreter null for the newest
    public SnippetReport snippets(
            @Nullable Interpreter interpreter,
            String setup,
            List<String> statements,
            StopSignal stop)
            throws ProblemException, InterruptedException {
        return new Snippets(tools)
                .time(interpreter == null ? newest() : interpreter, setup, statements, stop);
    }

    /// Opens what a profiler wrote: our own JSON, speedscope's, collapsed stacks, or cProfile's
    /// `.prof`, by the ending of the file. Nothing in it is executed.
    public Profile openProfile(Path file) throws ProblemException, InterruptedException {
        return new ProfileFiles(tools).read(file);
    }

    /// Whether a file is a profile that can be opened, by the ending of its name.
    public static boolean isProfile(Path file) {
        return ProfileFiles.isProfile(file);
    }

    /// The content of a file with a profile, in the form that its ending says.
    ///
    /// @param program what it is of, for its title; @param code what stands at its lines
    public byte[] profileFile(Profile profile, String program, Code code, Path file)
            throws ProblemException, InterruptedException {
        return new ProfileFiles(tools).content(profile, program, code, file);
    }

    /// A profile as the fields of `pareto.profile/1`, for Jackson.
    public static Map<String, Object> profileJson(Profile profile) {
        return ParetoJsonWriter.write(profile);
    }

    /// The environments with the packages of optional engines.
    public List<Environment> environments() {
        return tools.environments().all();
    }

    /// Makes the environment for the engines of an interpreter's version, by pip over the network.
    /// Nothing is installed into an environment of the user's.
    ///
    /// @param interpreter null for the newest; @param told what is being done, a line each
    public Environment createEnvironment(
            @Nullable Interpreter interpreter, StopSignal stop, Consumer<String> told)
            throws ProblemException, InterruptedException {
        return new EngineEnvironments(tools)
                .create(interpreter == null ? newest() : interpreter, stop, told);
    }

    /// Makes a copy of an interpreter's environment with a package more, by pip over the network.
    /// The environment itself is left as it is.
    ///
    /// @param interpreter null for the newest; @param told what is being done, a line each
    /// @return the interpreter of the copy
    public Interpreter addPackage(
            String name, @Nullable Interpreter interpreter, StopSignal stop, Consumer<String> told)
            throws ProblemException, InterruptedException {
        return new AddedPackages(tools)
                .add(name, interpreter == null ? newest() : interpreter, stop, told);
    }

    private Interpreter newest() throws ProblemException, InterruptedException {
        return tools.interpreters().onThisMachine().stream()
                .findFirst()
                .orElseThrow(Choosing::noPython);
    }

    private static <T> List<T> read(Reading<T> reading) throws ProblemException {
        try {
            return reading.read();
        } catch (HistoryException e) {
            throw Problems.internal(
                    String.valueOf(e.getMessage()),
                    "",
                    "Is the data folder readable?",
                    String.valueOf(e.getCause()));
        }
    }

    private interface Reading<T> {
        List<T> read();
    }

    /// Ends whatever still runs.
    @Override
    public void close() {
        tools.close();
    }
}
