package dev.pareto.profiler;

import dev.pareto.python.Command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A command with a tool of ours around its program.
final class ToolCommand {
    private ToolCommand() {}

    /// `python FLAGS SCRIPT ARGS` becomes `python FLAGS TOOL PLAN SCRIPT ARGS`; the same with `-m
    /// MODULE`.
    static Command of(Command command, Path tool, Path plan) {
        List<String> argv = new ArrayList<>(command.argv());
        int target = 1;
        while (argv.get(target).startsWith("-") && !argv.get(target).equals("-m")) {
            boolean takesNext = argv.get(target).equals("-X") || argv.get(target).equals("-W");
            target += takesNext ? 2 : 1;
        }
        argv.addAll(target, List.of(tool.toString(), plan.toString()));
        return new Command(
                argv,
                command.environment(),
                command.folder(),
                command.stdin(),
                command.scratch(),
                command.limits());
    }

    /// A plan as `faithful.py` reads it: fields which end with NUL each, since no file name can
    /// hold it.
    static byte[] plan(List<String> fields) {
        var text = new StringBuilder();
        fields.forEach(field -> text.append(field).append('\0'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
