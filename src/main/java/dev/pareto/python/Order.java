package dev.pareto.python;

import dev.pareto.program.Stdin;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Commands in the words of a launcher's protocol, and its refusals in words for people.
final class Order {
    private Order() {}

    /// The fields that both launchers understand.
    ///
    /// @param folder takes the text for standard input; see [#forget]
    static Map<String, Object> of(Command command, long number, Path folder)
            throws LauncherException {
        var order = new HashMap<String, Object>();
        order.put("run", number);
        order.put("argv", command.argv());
        order.put("environment", command.environment());
        order.put("folder", command.folder().toString());
        String stdin = stdin(command.stdin(), number, folder);
        if (stdin != null) {
            order.put("stdin", stdin);
        }
        order.put("scratch", command.scratch().toString());
        order.put("limits", limits(command.limits()));
        if (command.pauses() != null) {
            order.put("pauses", command.pauses().toNanos() / 1e9);
        }
        return order;
    }

    private static Map<String, Object> limits(Limits limits) {
        var fields = new HashMap<String, Object>();
        if (limits.time() != null) {
            fields.put("time", limits.time().toNanos() / 1e9);
        }
        if (limits.memory() != null) {
            fields.put("memory", limits.memory().count());
        }
        fields.put("scratch", limits.scratch().count());
        fields.put("descendants", limits.descendants());
        return fields;
    }

    private static @Nullable String stdin(Stdin stdin, long number, Path folder)
            throws LauncherException {
        return switch (stdin) {
            case Stdin.Empty _ -> null;
            case Stdin.FromFile(Path file) -> file.toString();
            case Stdin.Text(String text) -> {
                try {
                    yield Files.writeString(typed(number, folder), text).toString();
                } catch (IOException e) {
                    throw new LauncherException(
                            "The text for standard input could not be written to "
                                    + folder
                                    + ". Nothing was run. Is the disk full?",
                            e);
                }
            }
        };
    }

    private static Path typed(long number, Path folder) {
        return folder.resolve(number + ".0");
    }

    /// Removes the text for standard input; a program that was started has it open.
    static void forget(long number, Path folder) {
        try {
            Files.deleteIfExists(typed(number, folder));
        } catch (IOException e) {
            // It goes with the folder.
        }
    }

    /// Says what a launcher's reason means, and what to do.
    static LauncherException explain(String reason, List<Command> commands) {
        for (Command command : commands) {
            if (reason.endsWith(": " + command.argv().getFirst())) {
                return new LauncherException(
                        "The interpreter could not be started ("
                                + reason
                                + "). Nothing was run. Choose another interpreter, or install this"
                                + " one again.");
            }
            if (command.stdin() instanceof Stdin.FromFile(Path file)
                    && reason.endsWith(": " + file)) {
                return new LauncherException(
                        "The file for standard input could not be read ("
                                + reason
                                + "). Nothing was run. Choose another file.");
            }
        }
        return new LauncherException(
                "The program could not be started (" + reason + "). Nothing was run.");
    }
}
