package dev.pareto.workbench;

import dev.pareto.advice.rule.Packages;
import dev.pareto.program.Interpreter;
import dev.pareto.python.ImportTime;
import dev.pareto.quantity.WallTime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What imports take in one interpreter, measured once. Any thread.
final class ImportTimes implements Packages {
    private final Interpreter interpreter;
    private final Map<String, WallTime> measured = new ConcurrentHashMap<>();

    ImportTimes(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /// A package that is missing now may be there the next time.
    @Override
    public Optional<WallTime> importTime(String name) {
        WallTime known = measured.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Optional<WallTime> found = ImportTime.of(name, interpreter);
            found.ifPresent(time -> measured.put(name, time));
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
