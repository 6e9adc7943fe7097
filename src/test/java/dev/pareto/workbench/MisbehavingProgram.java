package dev.pareto.workbench;

import dev.pareto.workbench.RunSummary.Kind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A program of `src/test/fixtures/hostile`. It says in comments how a run of it must end (`# ends:
/// KIND STATUS`) and how long it works at the line tagged `#@work` (`# works: SECONDS`).
///
/// @param source each byte as one character (ISO 8859-1), since not all of them are text
/// @param status or signal; empty where our own stop decides
/// @param refusal empty where it is run; @param seconds on a core, at the tagged line; 0 where
///   there is none
public record MisbehavingProgram(
        String name, String source, Kind kind, OptionalInt status, String refusal, double seconds) {
    private static final Path FOLDER = Path.of("src/test/fixtures/hostile").toAbsolutePath();
    private static final Pattern ENDS = Pattern.compile("(?m)^# ends: (\\w+) ?(\\d+)?$");
    private static final Pattern REFUSED = Pattern.compile("(?m)^# refused: (.+)$");
    private static final Pattern WORKS = Pattern.compile("(?m)^# works: ([0-9.]+)$");
    private static final String TAG = "#@work";
    private static final double USUAL_SECONDS = 0.3;
    private static final String STRANGE = "has_a_strange_name";

    /// All of them, by name, with one that is too long to be kept as a file.
    public static List<MisbehavingProgram> all() throws IOException {
        List<MisbehavingProgram> programs = new ArrayList<>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".py", "");
                programs.add(of(name, text(file)));
            }
        }
        String plain = text(FOLDER.resolve(STRANGE + ".py"));
        String many =
                IntStream.range(0, 50_000)
                        .mapToObj("x%d = 1\n"::formatted)
                        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                        .toString();
        programs.add(of("has_50000_lines", plain + many));
        return programs;
    }

    private static MisbehavingProgram of(String name, String text) {
        var ends = ENDS.matcher(text);
        boolean told = ends.find();
        var refused = REFUSED.matcher(text);
        var works = WORKS.matcher(text);
        double seconds = text.contains(TAG) ? USUAL_SECONDS : 0;
        return new MisbehavingProgram(
                name,
                text,
                told ? Kind.valueOf(ends.group(1)) : Kind.FINISHED,
                told && ends.group(2) == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(told ? Integer.parseInt(ends.group(2)) : 0),
                refused.find() ? refused.group(1) : "",
                works.find() ? Double.parseDouble(works.group(1)) : seconds);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /// Writes it into a folder, together with files that it must leave alone. One is no Python
    /// although its name says so, which must not disturb anybody who does not import it.
    Path write(Path folder) throws IOException {
        Desk.write(folder.resolve("precious.txt"), "of the user\n");
        Files.write(folder.resolve("rubbish.py"), new byte[] {'x', '=', (byte) 0xe9, '('});
        return Files.writeString(folder.resolve(fileName()), source, StandardCharsets.ISO_8859_1);
    }

    /// Java cannot name all files where the system's language is plain ASCII.
    private String fileName() {
        String accents = System.getProperty("sun.jnu.encoding");
        boolean plain = !java.nio.charset.Charset.forName(accents).newEncoder().canEncode('é');
        return !name.equals(STRANGE)
                ? name + ".py"
                : plain ? "mon programme.py" : "mon programme été.py";
    }

    /// The line where it works; 0 where it does not.
    int line() {
        List<String> lines = source.lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .filter(number -> lines.get(number - 1).endsWith(TAG))
                .findFirst()
                .orElse(0);
    }

    @Override
    public String toString() {
        return name;
    }
}
