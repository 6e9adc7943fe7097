package dev.pareto.program;

/// What of a program is started.
public sealed interface Target {
    /// As it is written on a command line: `main.py` or `-m app.main`.
    String label();

    /// A script, by its path under the root, with forward slashes.
    record Script(String path) implements Target {
        @Override
        public String label() {
            return path;
        }
    }

    /// A module started with `-m` from the root.
    record Module(String name) implements Target {
        @Override
        public String label() {
            return "-m " + name;
        }
    }
}
