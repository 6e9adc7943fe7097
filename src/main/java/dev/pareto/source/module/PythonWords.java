package dev.pareto.source.module;

import java.util.Set;
import java.util.regex.Pattern;

/// Names with a meaning of their own in every Python program.
public final class PythonWords {
    private static final Set<String> RESERVED =
            words(
                    """
            False None True and as assert async await break class continue def del elif else except
            finally for from global if import in is lambda nonlocal not or pass raise return try
            while with yield match case type

            abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr
            classmethod compile complex copyright credits delattr dict dir divmod enumerate eval
            exec exit filter float format frozenset getattr globals hasattr hash help hex id input
            int isinstance issubclass iter len license list locals map max memoryview min next
            object oct open ord pow print property quit range repr reversed round set setattr slice
            sorted staticmethod str sum super tuple vars zip
            """);

    private PythonWords() {}

    /// Whether it is a keyword, a builtin function or type, or named like the interpreter's own
    /// (`__name__`).
    public static boolean isReserved(String name) {
        return RESERVED.contains(name) || (name.startsWith("__") && name.endsWith("__"));
    }

    private static Set<String> words(String text) {
        return Set.of(Pattern.compile("\\s+").split(text.strip()));
    }
}
