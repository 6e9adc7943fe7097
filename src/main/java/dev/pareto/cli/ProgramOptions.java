package dev.pareto.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a program is started. What follows `--` goes to the program.
final class ProgramOptions {
    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Folder of own code (default: nearest upwards with a project file).")
    @Nullable Path root;

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "Interpreter (default: the program's own environment, else the newest).")
    @Nullable Path python;

    @Option(
            names = "--stdin",
            paramLabel = "FILE",
            description = "What the program reads (default: nothing).")
    @Nullable Path stdin;

    @Option(
            names = "--cwd",
            paramLabel = "DIR",
            description =
                    "Working folder (default: the current one if it lies under the root, else the"
                            + " root).")
    @Nullable Path cwd;

    @Option(names = "--env", paramLabel = "K=V", description = "A variable more.")
    Map<String, String> environment = new LinkedHashMap<>();

    @Option(names = "--timeout", paramLabel = "S", description = "Seconds that a run may take.")
    @Nullable Double timeout;

    @Option(names = "--memory", paramLabel = "MB", description = "Memory that a run may take.")
    @Nullable Long memory;

    @Option(
            names = "--leave-out",
            paramLabel = "DIR",
            description = "A folder under the root that runs do without.")
    Set<String> leftOut = new LinkedHashSet<>();

    @Option(
            names = "--link",
            paramLabel = "DIR",
            description = "A folder under the root that is linked, not copied; it can be written.")
    Set<String> linked = new LinkedHashSet<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What {seed} becomes in the arguments (default: 1).")
    @Nullable Long seed;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            description = "What {n} becomes: the largest is measured, outputs are compared on all.")
    List<Long> sizes = List.of();
}
