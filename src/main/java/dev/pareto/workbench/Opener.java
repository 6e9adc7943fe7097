package dev.pareto.workbench;

import dev.pareto.lesson.Lesson;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Target;
import dev.pareto.program.Variant;
import dev.pareto.python.CopyOptions;
import dev.pareto.python.Limits;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Opens programs. Files are read; nothing that lies in the folder is executed.
final class Opener {
    /// What of a lesson's folder is not the learner's program.
    private static final Set<String> LESSON_FOLDERS =
            Set.of("reference", "decoys", "text", "solutions");

    private final Tools tools;
    private final Folders folders;
    private final Path home;

    Opener(Tools tools, Folders folders, Path home) {
        this.tools = tools;
        this.folders = folders;
        this.home = home;
    }

    Opened open(Opening opening) throws ProblemException, InterruptedException {
        Found found = Found.by(opening, home);
        SourceFiles code = SourceFiles.read(found.root(), Set.of());
        List<Target> entries = found.target().map(List::of).orElseGet(() -> Entries.of(code));
        if (entries.isEmpty()) {
            throw Problems.usage(
                    "There is no Python file in " + found.root() + ".",
                    "Hidden folders and environments are not looked into.",
                    "Open the folder that holds your script.",
                    "");
        }
        if (entries.size() > 1) {
            return new Opened.Choice(found.root(), entries);
        }
        return new Opened.Ready(
                session(opening, found.root(), entries.getFirst(), code, Set.of(), null));
    }

    Session lesson(Lesson lesson, boolean guest) throws ProblemException, InterruptedException {
        SourceFiles code = SourceFiles.read(lesson.folder(), LESSON_FOLDERS);
        Target target = new Target.Script(lesson.program());
        Opening opening = Opening.of(lesson.folder(), target);
        return session(
                guest ? opening.asGuest() : opening,
                lesson.folder(),
                target,
                code,
                LESSON_FOLDERS,
                lesson);
    }

    private Session session(
            Opening opening,
            Path root,
            Target target,
            SourceFiles code,
            Set<String> left,
            @Nullable Lesson lesson)
            throws ProblemException, InterruptedException {
        for (String path : Entries.files(target)) {
            var _ = code.text(path);
        }
        String key = new Program(root, target, NOBODY, root, Map.of(), Program.Trust.OWN).key();
        Store store = new Store(tools.history(), key, opening.guest());
        // A guest says all of it: what a window remembers must not change what a command does.
        Optional<ProgramState> before = opening.guest() ? Optional.empty() : store.state();
        Program program =
                new Program(
                        root,
                        target,
                        new Choosing(tools.interpreters(), root).interpreter(opening, before),
                        workingFolder(opening, root, before),
                        opening.environment().isEmpty()
                                ? before.map(ProgramState::environment).orElse(Map.of())
                                : opening.environment(),
                        lesson == null ? Program.Trust.OWN : Program.Trust.LESSON);
        @Nullable SessionLock lock =
                opening.guest()
                        ? null
                        : SessionLock.take(folders.data().resolve("open"), key, program.label());
        try {
            Limits usual = FreeMemory.limit(lesson == null ? Limits.own() : Limits.lesson());
            Snapshot snapshot = snapshot(program, code, store, inputs(opening, before, lesson));
            State state =
                    new State(
                            before.map(ProgramState::pinned)
                                    .filter(pinned -> snapshot.variant(pinned).isPresent())
                                    .map(snapshot::withPinned)
                                    .orElse(snapshot),
                            before.map(b -> b.limits(usual)).orElse(usual),
                            before.map(ProgramState::copy).orElse(CopyOptions.DEFAULT));
            Session session =
                    new Session(
                            tools,
                            state,
                            new Sources(state, code, left),
                            store,
                            usual,
                            lesson,
                            lock);
            session.save(Store.now());
            return session;
        } catch (ProblemException | RuntimeException e) {
            if (lock != null) {
                lock.close();
            }
            throw e;
        }
    }

    /// The key of a program does not depend on its interpreter.
    private static final Interpreter NOBODY =
            new Interpreter(Path.of("python"), Path.of("python"), "3.10", "CPython", null);

    private static Path workingFolder(Opening opening, Path root, Optional<ProgramState> before) {
        Path asked = opening.workingFolder();
        return asked == null
                ? before.map(ProgramState::folder).orElse(root)
                : asked.toAbsolutePath().normalize();
    }

    /// The one in use comes first.
    private static List<Input> inputs(
            Opening opening, Optional<ProgramState> before, @Nullable Lesson lesson) {
        List<Input> inputs = new ArrayList<>();
        Optional.ofNullable(opening.input()).ifPresent(inputs::add);
        before.map(ProgramState::used).ifPresent(inputs::add);
        before.map(ProgramState::inputs).ifPresent(inputs::addAll);
        if (lesson != null) {
            inputs.addAll(lesson.inputs());
        }
        if (inputs.isEmpty()) {
            inputs.add(Input.of());
        }
        Set<String> names = new HashSet<>();
        return inputs.stream().filter(one -> names.add(one.name())).toList();
    }

    private static Snapshot snapshot(
            Program program, SourceFiles code, Store store, List<Input> inputs) {
        List<Variant> variants = new ArrayList<>(List.of(Variant.baseline()));
        variants.addAll(store.variants());
        Set<String> known = new HashSet<>(variants.stream().map(Variant::id).toList());
        Map<String, TrialReport> trials = store.trials(code.hash());
        trials.values()
                .removeIf(t -> !known.contains(t.reference()) || !known.contains(t.candidate()));
        var advice = store.advice(code.hash());
        advice.keySet().retainAll(known);
        Snapshot snapshot =
                new Snapshot(
                        program,
                        inputs,
                        Objects.requireNonNull(inputs.getFirst()),
                        Sources.files(code, program),
                        variants,
                        Map.of(),
                        advice,
                        trials);
        for (ProfileReport report : store.profiles(code.hash())) {
            snapshot = known.contains(report.variant()) ? snapshot.with(report) : snapshot;
        }
        return snapshot;
    }
}
