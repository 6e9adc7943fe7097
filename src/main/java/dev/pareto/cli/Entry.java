package dev.pareto.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/// Which program a command is about: a script, or a module.
final class Entry {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A script, or its folder.")
    @Nullable Path file;

    @Option(names = "-m", paramLabel = "MODULE", description = "A module, run from the root.")
    @Nullable String module;
}
