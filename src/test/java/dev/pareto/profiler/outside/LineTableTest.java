package dev.pareto.profiler.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.python.InstalledPythons;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lines that we read from a table are those that the interpreter itself reads from it.
class LineTableTest {
    /// Prints for each code object of a large module: the table, its first line, and what
    /// `co_lines` says, one number for each code unit.
    private static final String TELL =
            """
            import sys, types
            def tell(code):
                units = []
                for begin, end, line in code.co_lines():
                    units += [line if line is not None else -1] * ((end - begin) // 2)
                print(code.co_linetable.hex(), code.co_firstlineno, ",".join(map(str, units)))
                for constant in code.co_consts:
                    if isinstance(constant, types.CodeType):
                        tell(constant)
            import argparse
            tell(compile(open(argparse.__file__).read(), "argparse.py", "exec"))
            tell(compile("x = [\\n" + "\\n" * 500 + "y]\\nfor i in x: pass", "gap.py", "exec"))
            """;

    static Stream<Named<Path>> pythons() throws IOException, InterruptedException {
        return InstalledPythons.all().entrySet().stream()
                .map(python -> Named.of(python.getKey(), python.getValue()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("pythons")
    void agreesWithTheInterpreter(Path python) throws IOException {
        boolean ranges = !python.toRealPath().getFileName().toString().contains("3.10");
        var process = new ProcessBuilder(python.toString(), "-I", "-c", TELL).start();
        process.getOutputStream().close();
        List<String> told =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertTrue(told.size() > 100, told.size() + " code objects");
        for (String code : told) {
            String[] parts = code.split(" ", 3);
            int[] lines =
                    LineTable.lines(
                            HexFormat.of().parseHex(parts[0]), Integer.parseInt(parts[1]), ranges);
            assertEquals(
                    parts[2],
                    Arrays.stream(lines)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(",")));
        }
    }
}
