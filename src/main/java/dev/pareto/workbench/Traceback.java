package dev.pareto.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last traceback that a program printed, as data.
///
/// @param frames outermost first; empty for a syntax error in the entry itself
/// @param exception as in "ValueError"; @param message what follows it, may be empty
public record Traceback(List<Frame> frames, String exception, String message) {
    private static final Pattern FRAME =
            Pattern.compile("^\\s+File \"(.+)\", line (\\d+)(?:, in (.+))?$");
    private static final Pattern END = Pattern.compile("^([A-Za-z_][\\w.]*)(?:: (.*))?:?$");

    public Traceback {
        frames = List.copyOf(frames);
    }

    /// One level.
    ///
    /// @param path under the root with forward slashes where `own`, else as Python printed it
    /// @param function empty where Python names none
    public record Frame(String path, boolean own, int line, String function) {}

    /// Reads what Python printed to stderr.
    ///
    /// @param scratchRoot where the root was copied to; paths below it are own
    static Optional<Traceback> in(String stderr, String scratchRoot) {
        List<Frame> frames = new ArrayList<>();
        Traceback last = null;
        for (String line : stderr.lines().toList()) {
            Matcher frame = FRAME.matcher(line);
            Matcher end = END.matcher(line);
            if (line.startsWith("Traceback (most recent call last)")) {
                frames.clear();
            } else if (frame.matches()) {
                frames.add(frame(frame, scratchRoot));
            } else if (end.matches() && !frames.isEmpty()) {
                String message = end.group(2) == null ? "" : end.group(2);
                last = new Traceback(frames, end.group(1), message);
                frames.clear();
            }
        }
        return Optional.ofNullable(last);
    }

    private static Frame frame(Matcher found, String scratchRoot) {
        String path = found.group(1);
        boolean own = path.startsWith(scratchRoot);
        String shown =
                own
                        ? path.substring(scratchRoot.length())
                                .replace('\\', '/')
                                .replaceFirst("^/", "")
                        : path;
        String function = found.group(3) == null ? "" : found.group(3);
        return new Frame(shown, own, Integer.parseInt(found.group(2)), function);
    }

    /// The innermost place in own code.
    public Optional<Frame> place() {
        return frames.reversed().stream().filter(Frame::own).findFirst();
    }
}
