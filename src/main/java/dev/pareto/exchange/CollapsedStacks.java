package dev.pareto.exchange;

import dev.pareto.exchange.ImportedStacks.Level;
import dev.pareto.profile.Frame;
import dev.pareto.profile.Profile;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Collapsed stacks, one a line: frames from the outermost on with `;` between them, and a whole
/// number, which is microseconds in those that are written here. A frame is `function (file:line)`,
/// as py-spy has it; what looks otherwise is a name.
public final class CollapsedStacks {
    private static final Pattern STACK = Pattern.compile("(.*\\S)\\s+(\\d{1,18})(?:\\.\\d+)?");
    private static final Pattern FRAME = Pattern.compile("(.+) \\((.+?)(?::(\\d{1,9}))?\\)");
    private static final double MICRO = 1e6;

    private CollapsedStacks() {}

    /// The file's text. Stacks of less than half a microsecond are left out.
    public static String write(Profile profile) {
        Map<String, Double> sums = new LinkedHashMap<>();
        StackWalk.of(
                profile,
                (stack, seconds) -> {
                    var frames = stack.stream().map(CollapsedStacks::frame).toList();
                    sums.merge(String.join(";", frames), seconds, Double::sum);
                });
        var text = new StringBuilder();
        sums.forEach(
                (stack, seconds) -> {
                    long micros = Math.round(seconds * MICRO);
                    if (micros > 0) {
                        text.append(stack).append(' ').append(micros).append('\n');
                    }
                });
        return text.toString();
    }

    private static String frame(Frame frame) {
        String name = frame.function();
        String path = frame.file().path();
        String place = frame.firstLine() > 0 ? path + ":" + frame.firstLine() : path;
        return (place.isEmpty() ? name : name + " (" + place + ")")
                .replace(';', ',')
                .replaceAll("\\R", " ");
    }

    /// Reads what flamegraph.pl, py-spy, austin and others write.
    ///
    /// @throws ExchangeException when a line is no stack with a number
    public static Profile read(String text) throws ExchangeException {
        var stacks = new ImportedStacks();
        Map<String, Integer> known = new HashMap<>();
        int number = 0;
        boolean any = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            // austin begins with comments.
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Counted stack = counted(line.strip());
            if (stack == null) {
                throw new ExchangeException(
                        "Line %,d is no stack with a number at its end.".formatted(number));
            }
            int place = ImportedStacks.TOP;
            for (String frame : stack.stack.split(";", -1)) {
                int level = known.computeIfAbsent(frame, name -> stacks.level(level(name)));
                place = stacks.below(place, level);
            }
            stacks.add(place, stack.count / MICRO, 1);
            any = true;
        }
        if (!any) {
            throw new ExchangeException("It holds no stack.");
        }
        return stacks.profile(
                List.of(
                        "Imported from collapsed stacks, which carry no unit: 1 is shown as"
                                + " 1 µs."));
    }

    private record Counted(String stack, long count) {}

    /// The parts of a line; null when it has no number at its end. Nearly all lines are simple, and
    /// there may be millions.
    private static @Nullable Counted counted(String line) {
        int space = line.lastIndexOf(' ');
        int digits = line.length() - space - 1;
        boolean simple =
                space > 0
                        && line.charAt(space - 1) > ' '
                        && digits > 0
                        && digits <= 18
                        && isDigits(line, space + 1);
        if (simple) {
            return new Counted(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
        }
        Matcher stack = STACK.matcher(line);
        return stack.matches() ? new Counted(stack.group(1), Long.parseLong(stack.group(2))) : null;
    }

    private static boolean isDigits(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Level level(String text) {
        Matcher frame = FRAME.matcher(text.strip());
        if (!frame.matches()) {
            return new Level(text.strip(), ImportedFiles.of(""), 0);
        }
        return new Level(
                frame.group(1),
                ImportedFiles.of(frame.group(2)),
                frame.group(3) == null ? 0 : Integer.parseInt(frame.group(3)));
    }
}
