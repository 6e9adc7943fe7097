package dev.pareto.cli;

import java.io.PrintStream;

/// One line on stderr about what goes on: written over in place on a terminal; elsewhere a new line
/// where the kind of work changes.
final class Progress implements AutoCloseable {
    private final PrintStream err;
    private final boolean quiet;
    private final boolean inPlace;
    private String work = "";
    private int width;

    Progress(Shell shell, OutputOptions options) {
        err = shell.err();
        quiet = options.quiet;
        inPlace = shell.interactive();
    }

    /// @param kind of work, as in "Profiling"; @param detail as in "3.0 s, 2,950 samples"
    synchronized void at(String kind, String detail) {
        if (quiet) {
            return;
        }
        if (inPlace) {
            String line = detail.isEmpty() ? kind + " …" : kind + " … " + detail;
            err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            err.flush();
            width = line.length();
        } else if (!kind.equals(work)) {
            err.println(kind + " …");
        }
        work = kind;
    }

    /// A line that stays, said even where progress is not.
    synchronized void say(String line) {
        done();
        err.println(line);
        work = "";
    }

    @Override
    public void close() {
        done();
    }

    /// Takes the line away.
    synchronized void done() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}
