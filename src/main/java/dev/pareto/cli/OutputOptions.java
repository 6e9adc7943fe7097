package dev.pareto.cli;

import picocli.CommandLine.Option;

/// How a command talks.
final class OutputOptions {
    @Option(names = "--json", description = "One JSON object on stdout.")
    boolean json;

    @Option(names = "--quiet", description = "No progress on stderr.")
    boolean quiet;

    @Option(names = "--verbose", description = "More about problems.")
    boolean verbose;
}
