package dev.pareto.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place where own code puts a folder of the root on `sys.path` by its absolute path. The
/// original would be imported from there.
///
/// @param file under the root, with forward slashes
/// @param line from 1
/// @param folder absolute
record PathMention(String file, int line, Path folder) {
    private static final long MOST_BYTES = 1_000_000;

    /// Reads the text of all own code, as far as it is one line that names both.
    static List<PathMention> in(Path root, List<String> ownCode) {
        var mentions = new ArrayList<PathMention>();
        var literal = Pattern.compile("(['\"])(" + Pattern.quote(root.toString()) + "[^'\"]*)\\1");
        for (String file : ownCode) {
            int number = 0;
            for (String line : text(root.resolve(file)).lines().toList()) {
                number++;
                Matcher path = literal.matcher(line);
                if (line.contains("sys.path") && path.find()) {
                    add(file, number, path.group(2), mentions);
                }
            }
        }
        return List.copyOf(mentions);
    }

    private static void add(String file, int line, String folder, List<PathMention> mentions) {
        try {
            mentions.add(new PathMention(file, line, Path.of(folder)));
        } catch (InvalidPathException e) {
            // No folder of this system.
        }
    }

    /// Paths are compared as they are, so any encoding that keeps ASCII will do.
    private static String text(Path file) {
        try {
            return Files.size(file) > MOST_BYTES
                    ? ""
                    : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
