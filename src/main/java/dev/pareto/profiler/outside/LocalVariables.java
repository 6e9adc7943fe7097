package dev.pareto.profiler.outside;

import dev.pareto.profiler.outside.Layout.Container;

import java.util.HashMap;
import java.util.Map;

/// Looks at the local variables of the innermost own frame for containers of built-in types. The
/// sampling thread's.
final class LocalVariables {
    private static final long TAGS = 7;
    private static final long LONGEST = 1L << 40;

    private final Layout layout;
    private final Snapshot memory;
    private final Containers containers;
    private final Map<Long, Container> types = new HashMap<>();

    /// @param base where the library begins
    LocalVariables(Layout layout, Snapshot memory, long base, Containers containers) {
        this.layout = layout;
        this.memory = memory;
        this.containers = containers;
        layout.containers().forEach(type -> types.put(base + type.type(), type));
    }

    /// Whatever cannot be read is left out.
    void look(StackWalk stack) {
        int level = stack.own();
        if (level < 0) {
            return;
        }
        CodeObject code = stack.code(level);
        memory.aside(true);
        for (int i = 0; i < code.locals().size(); i++) {
            memory.forgive();
            long object = memory.word(stack.locals(level) + 8L * i) & ~TAGS;
            Container type =
                    object == 0 ? null : types.get(memory.word(object + layout.objectType()));
            if (type != null) {
                long length = memory.word(object + type.length());
                if (!memory.failed() && length >= 0 && length < LONGEST) {
                    containers.add(
                            code.function(),
                            stack.line(level),
                            code.locals().get(i),
                            type.name(),
                            length);
                }
            }
        }
        memory.aside(false);
        memory.forgive();
    }
}
