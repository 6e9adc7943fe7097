package dev.pareto.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a text is found in another.
///
/// @param starts offsets, from the top
record Matches(List<Integer> starts, int length) {
    /// Nobody steps through more.
    private static final int MOST = 100_000;

    static final Matches NONE = new Matches(List.of(), 0);

    Matches {
        starts = List.copyOf(starts);
    }

    static Pattern pattern(String wanted, boolean matchCase) {
        int flags = matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(Pattern.quote(wanted), flags);
    }

    static Matches of(String text, String wanted, boolean matchCase) {
        if (wanted.isEmpty()) {
            return NONE;
        }
        List<Integer> starts = new ArrayList<>();
        Matcher matcher = pattern(wanted, matchCase).matcher(text);
        while (starts.size() < MOST && matcher.find()) {
            starts.add(matcher.start());
        }
        return new Matches(starts, wanted.length());
    }

    /// The index of the first match at or behind an offset; around the end to the first. -1 when
    /// there is none.
    int from(int offset) {
        for (int i = 0; i < starts.size(); i++) {
            if (starts.get(i) >= offset) {
                return i;
            }
        }
        return starts.isEmpty() ? -1 : 0;
    }

    /// The index of the last match before an offset; around the top to the last. -1 when there is
    /// none.
    int before(int offset) {
        for (int i = starts.size() - 1; i >= 0; i--) {
            if (starts.get(i) < offset) {
                return i;
            }
        }
        return starts.size() - 1;
    }
}
