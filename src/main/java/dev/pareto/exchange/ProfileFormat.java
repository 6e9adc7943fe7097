package dev.pareto.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The forms in which a profile travels, by the ending of the file; longer endings come before
/// those that they end with.
public enum ProfileFormat {
    /// For speedscope.app, and what py-spy, pyinstrument and others write.
    SPEEDSCOPE(".speedscope.json", true),
    /// One stack a line, as flamegraph.pl and inferno read them.
    COLLAPSED(".collapsed", true),
    /// For chrome://tracing and Perfetto.
    CHROME(".trace.json", false),
    /// Our own, which keeps all.
    PARETO(".json", true),
    /// A page to read, which needs nothing but a browser.
    HTML(".html", false),
    /// Functions as a table.
    CSV(".csv", false),
    /// The table of cProfile, which pstats and snakeviz open. An interpreter reads and writes it.
    PSTATS(".prof", true);

    /// Other endings that tools give to the same.
    private static final Map<String, ProfileFormat> ALSO =
            Map.of(
                    ".speedscope", SPEEDSCOPE,
                    ".folded", COLLAPSED,
                    ".pstats", PSTATS,
                    ".pstat", PSTATS);

    private final String ending;
    private final boolean readable;

    ProfileFormat(String ending, boolean readable) {
        this.ending = ending;
        this.readable = readable;
    }

    public String ending() {
        return ending;
    }

    /// Whether it can be opened, too.
    public boolean readable() {
        return readable;
    }

    /// The form of a file by its name; empty where no ending fits.
    public static Optional<ProfileFormat> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(one -> name.endsWith(one.ending))
                .findFirst()
                .or(
                        () ->
                                ALSO.entrySet().stream()
                                        .filter(also -> name.endsWith(also.getKey()))
                                        .map(Map.Entry::getValue)
                                        .findFirst());
    }
}
