package dev.pareto.ui.code;

/// The ends of a text's lines. The editor knows but one kind, so they are put aside when a text is
/// shown and put back when it is sent: else one key would change every line of a file from Windows.
final class LineEnds {
    private static final String UNIX = "\n";

    private LineEnds() {}

    /// That of the first line; `\n` where there is but one line.
    static String of(String text) {
        int end = text.indexOf('\n');
        int old = text.indexOf('\r');
        if (old >= 0 && (end < 0 || old < end)) {
            return end == old + 1 ? "\r\n" : "\r";
        }
        return UNIX;
    }

    /// The text with `\n` alone.
    static String plain(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", UNIX).replace('\r', '\n');
    }

    /// A text with `\n` alone, with other ends.
    static String restored(String plain, String end) {
        return end.equals(UNIX) ? plain : plain.replace(UNIX, end);
    }
}
