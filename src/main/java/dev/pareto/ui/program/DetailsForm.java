package dev.pareto.ui.program;

import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Stdin;
import dev.pareto.python.Limits;
import dev.pareto.quantity.Bytes;
import dev.pareto.ui.fx.Messages;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The details of a program as they were typed.
///
/// @param seconds, memory empty for no limit
record DetailsForm(
        String name,
        Interpreter interpreter,
        Source source,
        String text,
        String file,
        String folder,
        String environment,
        String seconds,
        String memory) {
    /// Where standard input comes from.
    enum Source {
        NOTHING,
        TEXT,
        FILE
    }

    private static final int SECONDS_AT_MOST = 1_000_000;
    private static final int MEGABYTES_AT_MOST = 10_000_000;

    /// What came of reading the form.
    sealed interface Checked {}

    /// It can be used.
    record Wanted(
            Input input,
            Interpreter interpreter,
            Path folder,
            Map<String, String> environment,
            Limits limits)
            implements Checked {

        /// Asks for what differs from what is in use.
        void tell(ProgramViewModel.State state, ProgramActions asks) {
            Program program = state.snapshot().program();
            if (!interpreter.equals(program.interpreter())) {
                asks.interpreter().accept(interpreter);
            }
            if (!folder.equals(program.workingFolder())) {
                asks.workingFolder().accept(folder);
            }
            if (!environment.equals(program.environment())) {
                asks.environment().accept(environment);
            }
            if (!limits.equals(state.limits())) {
                asks.limits().accept(limits);
            }
            if (!input.equals(state.snapshot().input())) {
                asks.input().accept(input);
            }
        }
    }

    /// It cannot; the sentence says why, and what to do.
    record Refused(String sentence) implements Checked {}

    Checked check(ProgramViewModel.State state) {
        Path root = state.snapshot().program().root();
        if (name.isBlank()) {
            return refused("program.input.nameless");
        }
        @Nullable Path start = resolved(root, folder);
        if (start == null || !Files.isDirectory(start)) {
            return refused("program.folder.missing", folder);
        }
        @Nullable Path read = resolved(root, file);
        if (source == Source.FILE && (read == null || !Files.isRegularFile(read))) {
            return refused("program.stdin.missing", file);
        }
        EnvironmentLines variables = EnvironmentLines.parse(environment);
        if (variables instanceof EnvironmentLines.Wrong(int line, String words)) {
            return refused("program.environment.wrong", line, words);
        }
        if (!isLimit(seconds, SECONDS_AT_MOST) || !isLimit(memory, MEGABYTES_AT_MOST)) {
            return refused("program.limit.wrong");
        }
        return new Wanted(
                input(state, read),
                interpreter,
                start,
                variables instanceof EnvironmentLines.Variables(var values) ? values : Map.of(),
                limits(state.limits()));
    }

    private static Refused refused(String key, Object... arguments) {
        return new Refused(Messages.text(key, arguments));
    }

    /// The input of that name with this standard input; a new name takes the arguments in use.
    private Input input(ProgramViewModel.State state, @Nullable Path read) {
        Input base =
                state.snapshot().inputs().stream()
                        .filter(i -> i.name().equals(name.strip()))
                        .findFirst()
                        .orElse(state.snapshot().input());
        Stdin stdin =
                switch (source) {
                    case NOTHING -> Stdin.EMPTY;
                    case TEXT -> new Stdin.Text(text);
                    case FILE -> read == null ? Stdin.EMPTY : new Stdin.FromFile(read);
                };
        return new Input(name.strip(), base.arguments(), stdin);
    }

    private Limits limits(Limits now) {
        return now.within(seconds.isBlank() ? null : Duration.ofSeconds(number(seconds)))
                .withMemory(memory.isBlank() ? null : Bytes.ofMega(number(memory)));
    }

    private static boolean isLimit(String text, int most) {
        return text.isBlank()
                || (text.strip().matches("\\d{1,8}") && number(text) >= 1 && number(text) <= most);
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }

    /// Null where it is no path.
    private static @Nullable Path resolved(Path root, String text) {
        try {
            return text.isBlank() ? null : root.resolve(text.strip()).normalize();
        } catch (InvalidPathException bad) {
            return null;
        }
    }
}
