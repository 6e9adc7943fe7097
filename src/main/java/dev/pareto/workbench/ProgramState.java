package dev.pareto.workbench;

import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.python.CopyOptions;
import dev.pareto.python.Limits;
import dev.pareto.quantity.Bytes;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the program bar held when the program was last open.
///
/// @param python its executable; @param memory in bytes; null limits are the defaults
/// @param leftOut of a run's copy; @param linked into it, instead of copied
record ProgramState(
        List<Input> inputs,
        String input,
        String python,
        String workingFolder,
        Map<String, String> environment,
        String pinned,
        @Nullable Long seconds,
        @Nullable Long memory,
        Set<String> leftOut,
        Set<String> linked) {

    static ProgramState of(Snapshot snapshot, State state, Limits usual) {
        Limits limits = state.limits();
        Program program = snapshot.program();
        Duration time = limits.time();
        Bytes memory = limits.memory();
        return new ProgramState(
                snapshot.inputs(),
                snapshot.input().name(),
                program.interpreter().executable().toString(),
                program.workingFolder().toString(),
                program.environment(),
                snapshot.pinned(),
                time == null || time.equals(usual.time()) ? null : time.toSeconds(),
                memory == null || memory.equals(usual.memory()) ? null : memory.count(),
                state.copy().leftOut(),
                state.copy().linked());
    }

    Input used() {
        return inputs.stream()
                .filter(one -> one.name().equals(input))
                .findFirst()
                .orElse(inputs.getFirst());
    }

    CopyOptions copy() {
        return leftOut == null || linked == null
                ? CopyOptions.DEFAULT
                : new CopyOptions(CopyOptions.DEFAULT.limit(), leftOut, linked);
    }

    Path folder() {
        return Path.of(workingFolder);
    }

    Limits limits(Limits usual) {
        Limits timed = seconds == null ? usual : usual.within(Duration.ofSeconds(seconds));
        return memory == null ? timed : timed.withMemory(new Bytes(memory));
    }
}
