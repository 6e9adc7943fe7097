package dev.pareto.workbench;

import dev.pareto.advice.Advice;
import dev.pareto.lesson.Grade;
import dev.pareto.lesson.Lesson;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.FunctionPlace;
import dev.pareto.profiler.ProfileProgress;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.python.CopyOptions;
import dev.pareto.python.Limits;
import dev.pareto.python.Running;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.source.SourceText;
import dev.pareto.trial.GrowthProgress;
import dev.pareto.trial.GrowthResult;
import dev.pareto.trial.TrialProgress;
import dev.pareto.trial.TrialRules;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One opened program, and what can be done with it.
///
/// What is known of it is an immutable [Snapshot], replaced with every change; listeners are told
/// on the thread that made the change. Jobs (those below) block; after a stop request they come
/// back soon with what there is until then. One job at a time: a second one is refused. All else
/// returns at once.
///
/// Variants are named by their ids. Everything measured goes into the history; when the history
/// cannot be written, the result is shown all the same, and the problem says so.
///
/// - state: [#snapshot] [#listen] [#lesson] [#limits] [#verdicts] [#trackRecords]
/// - files: [#text] [#difference]
/// - program bar: `use(…)`, [#useWorkingFolder], [#useEnvironment], [#useFolders], [#checkSizes]
/// - jobs: [#run] [#profile] [#advise] [#addPackage] [#trial] [#goOn] [#improve] [#scale] [#check]
/// - variants: [#apply] [#branch] [#edit] [#adopt] [#rename] [#remove] [#restore] [#pin]
/// - files out: [#export] [#exportFile] [#keep]
public final class Session implements AutoCloseable {
    private final State state;
    private final Sources sources;
    private final Store store;
    private final Variants variants;
    private final Limits usual;
    private final @Nullable Lesson lesson;
    private final @Nullable SessionLock lock;
    private final PlainRuns runs;
    private final Profiling profiling;
    private final Advising advising;
    private final Predictions predictions;
    private final Trying trying;
    private final Keeping keeping;
    private final Scaling scaling;
    private final Checking checking;
    private final Improving improving;
    private final AddedPackages added;

    Session(
            Tools tools,
            State state,
            Sources sources,
            Store store,
            Limits usual,
            @Nullable Lesson lesson,
            @Nullable SessionLock lock) {
        this.state = state;
        this.sources = sources;
        this.store = store;
        this.usual = usual;
        this.lesson = lesson;
        this.lock = lock;
        variants = new Variants(state, sources, store);
        runs = new PlainRuns(tools, state, sources, store);
        profiling = new Profiling(tools, state, sources, store);
        advising = new Advising(tools, state, sources, store);
        predictions = new Predictions(store);
        trying = new Trying(tools, state, sources, store, predictions);
        keeping = new Keeping(state, sources, variants);
        scaling = new Scaling(tools, state, sources);
        checking = new Checking(trying);
        added = new AddedPackages(tools);
        improving = new Improving(tools, variants, profiling, advising, trying, sources);
    }

    public Snapshot snapshot() {
        return state.snapshot();
    }

    /// Tells of every new snapshot, until the registration is closed.
    public StopSignal.Registration listen(Consumer<Snapshot> listener) {
        return state.listen(listener);
    }

    /// The lesson that the program belongs to.
    public Optional<Lesson> lesson() {
        return Optional.ofNullable(lesson);
    }

    public Limits limits() {
        return state.limits();
    }

    /// How many verdicts this session gave: the more, the likelier that one is luck.
    public int verdicts() {
        return trying.verdicts();
    }

    /// How well the predictions of each rule have held on this machine, by the rule's id; rules
    /// without a measured prediction are not in it.
    public Map<String, TrackRecord> trackRecords() {
        return predictions.records();
    }

    /// A file of a variant.
    ///
    /// @throws ProblemException when it cannot be read as source, or there is none of that path
    public SourceText text(String variant, String path) throws ProblemException {
        return sources.text(sources.variant(variant), path)
                .orElseThrow(
                        () ->
                                Problems.usage(
                                        path + " is not there any more.",
                                        "It was deleted or renamed outside of Pareto.",
                                        "Open the program again.",
                                        ""));
    }

    /// The files in which two variants differ.
    public Difference difference(String before, String after) throws ProblemException {
        return sources.difference(sources.variant(before), sources.variant(after));
    }

    /// Uses an input from now on; one of the same name is replaced.
    public void use(Input input) throws ProblemException {
        state.update(snapshot -> snapshot.with(input));
        save();
    }

    public void use(Interpreter interpreter) throws ProblemException {
        use(snapshot().program().with(interpreter));
    }

    public void use(Limits limits) throws ProblemException {
        state.limit(limits);
        save();
    }

    public void useWorkingFolder(Path folder) throws ProblemException {
        use(snapshot().program().withWorkingFolder(folder));
    }

    /// Sets the variables on top of the inherited ones.
    public void useEnvironment(Map<String, String> variables) throws ProblemException {
        use(snapshot().program().withEnvironment(variables));
    }

    /// Says which folders of the root are left out of the copies that runs work in, and which are
    /// linked there (a program can write through a link). Paths under the root; remembered.
    public void useFolders(Set<String> leftOut, Set<String> linked) throws ProblemException {
        state.copy(new CopyOptions(CopyOptions.DEFAULT.limit(), leftOut, linked));
        save();
    }

    private void use(Program program) throws ProblemException {
        state.update(snapshot -> snapshot.with(program));
        save();
    }

    /// Says on which other sizes trials compare the outputs, instead of a quarter and a half.
    public void checkSizes(List<Long> sizes) {
        trying.check(sizes);
    }

    /// Runs a variant once, as it is.
    ///
    /// @param started is told when it runs, and can be asked what was printed so far
    public RunReport run(String variant, StopSignal stop, Consumer<Running> started)
            throws ProblemException, InterruptedException {
        return runs.run(variant, stop, started);
    }

    /// Profiles a variant on the input in use.
    ///
    /// @param engine empty for the best that works here
    public ProfileReport profile(
            String variant, Optional<EngineKind> engine, StopSignal stop, ProfileProgress progress)
            throws ProblemException, InterruptedException {
        return profiling.profile(variant, engine, stop, progress);
    }

    /// Looks at some functions of a variant line by line, on the input in use.
    ///
    /// @param picked at least one
    public ProfileReport profileLines(
            String variant, Set<FunctionPlace> picked, StopSignal stop, ProfileProgress progress)
            throws ProblemException, InterruptedException {
        return profiling.profile(
                variant, Optional.of(EngineKind.LINE_PROFILER), picked, stop, progress);
    }

    /// Looks for advice for a variant that has a profile.
    public Advice advise(String variant, StopSignal stop, Consumer<AdvicePhase> progress)
            throws ProblemException, InterruptedException {
        return advising.advise(variant, stop, progress);
    }

    /// Makes a copy of the program's environment with a package more, by pip over the network, and
    /// runs the program and all its variants there from now on. The environment itself is left as
    /// it is. What was advised before still says that the package is missing.
    ///
    /// @param told what is being done, a line each
    public void addPackage(String name, StopSignal stop, Consumer<String> told)
            throws ProblemException, InterruptedException {
        use(added.add(name, snapshot().program().interpreter(), stop, told));
    }

    /// Compares two variants on the input in use, and checks their output on further ones.
    public TrialReport trial(
            String reference,
            String candidate,
            TrialRules rules,
            StopSignal stop,
            TrialProgress progress)
            throws ProblemException, InterruptedException {
        return trying.trial(reference, candidate, rules, stop, progress);
    }

    /// Goes on with the newest trial of a candidate, for one more budget.
    public TrialReport goOn(
            String candidate, TrialRules rules, StopSignal stop, TrialProgress progress)
            throws ProblemException, InterruptedException {
        return trying.goOn(candidate, rules, stop, progress);
    }

    /// Tries the advice for a variant, and for what is kept of it, and confirms all of it together.
    /// Every step is a variant of the session. A stop keeps the steps until then.
    ///
    /// @throws ProblemException when the program fails, among others
    public Improvement improve(
            String variant, ImproveRules rules, StopSignal stop, ImproveProgress progress)
            throws ProblemException, InterruptedException {
        return improving.improve(variant, rules, stop, progress);
    }

    /// Measures how the time of a variant, or of two in pairs, grows with the size of the input.
    ///
    /// @param candidate null for the reference alone
    /// @param sizes empty for five that double, up to the size of the input in use
    /// @param budget after which no further run is begun
    public GrowthResult scale(
            String reference,
            @Nullable String candidate,
            List<Long> sizes,
            WallTime budget,
            StopSignal stop,
            GrowthProgress progress)
            throws ProblemException, InterruptedException {
        return scaling.measure(reference, candidate, sizes, budget, stop, progress);
    }

    /// Grades a variant of a lesson's program, by a trial of it and one of the reference solution.
    ///
    /// @throws IllegalStateException when the program belongs to no lesson
    public Grade check(String variant, TrialRules rules, StopSignal stop, TrialProgress progress)
            throws ProblemException, InterruptedException {
        if (lesson == null) {
            throw new IllegalStateException("not a lesson: " + snapshot().program().label());
        }
        return checking.check(lesson, variant, rules, stop, progress);
    }

    /// Makes a variant by a suggestion of the advice for its parent.
    public Variant apply(String variant, String suggestion) throws ProblemException {
        return variants.apply(variant, advising.suggestion(variant, suggestion));
    }

    /// A new variant with the same text, to be edited.
    public Variant branch(String variant) throws ProblemException {
        return variants.branch(variant);
    }

    /// Sets the text of a file. What comes back is the variant that has it: a new one when the old
    /// one is the baseline, came from advice, or was measured.
    public Variant edit(String variant, String path, String text) throws ProblemException {
        return variants.edit(variant, path, text);
    }

    /// A new variant with texts from elsewhere, by path under the root.
    public Variant adopt(String name, Map<String, String> changes) throws ProblemException {
        return variants.adopt(name, changes);
    }

    public Variant rename(String variant, String name) throws ProblemException {
        return variants.rename(variant, name);
    }

    /// Takes a variant away; `restore` brings it back. Never the baseline.
    public void remove(String variant) throws ProblemException {
        variants.remove(variant);
    }

    public void restore(String variant) throws ProblemException {
        variants.restore(variant);
    }

    /// Makes a variant the one that the others are compared with.
    public void pin(String variant) throws ProblemException {
        variants.pin(variant);
        save();
    }

    /// Writes the changed files of a variant below another folder; returns what was written.
    public List<Path> export(String variant, Path folder) throws ProblemException {
        return keeping.export(variant, folder);
    }

    /// Writes the only changed file of a variant to a path.
    public Path exportFile(String variant, Path file) throws ProblemException {
        return keeping.exportFile(variant, file);
    }

    /// Writes a variant into the user's own files. Keeping the baseline afterwards brings back what
    /// they were. Ask before, and confirm by a fresh trial against the baseline.
    public List<Path> keep(String variant) throws ProblemException {
        return keeping.keep(variant);
    }

    private void save() throws ProblemException {
        save(Store.now());
    }

    void save(Instant now) throws ProblemException {
        Snapshot snapshot = state.snapshot();
        store.save(
                snapshot.program(),
                lesson == null ? null : lesson.id(),
                ProgramState.of(snapshot, state, usual),
                now);
    }

    /// Ends nothing that runs: request the stop of a job before.
    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
