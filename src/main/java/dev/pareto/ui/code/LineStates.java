package dev.pareto.ui.code;

import java.util.Arrays;
import java.util.function.IntFunction;

/// How each line of a text begins for the lexer. An edit is followed line by line until what
/// follows begins as before, at most so many lines at once.
final class LineStates {
    /// Line → how it begins; one more than there are lines.
    private LexState[] starts;

    private LineStates(LexState[] starts) {
        this.starts = starts;
    }

    /// Of a whole text: about 10 ms for 50,000 lines, so off the JavaFX thread where it is long.
    static LineStates of(String text) {
        String[] lines = text.split("\n", -1);
        LexState[] starts = new LexState[lines.length + 1];
        starts[0] = LexState.CODE;
        for (int i = 0; i < lines.length; i++) {
            starts[i + 1] = PythonLexer.lex(lines[i], starts[i]).end();
        }
        return new LineStates(starts);
    }

    /// @param line from 0
    LexState start(int line) {
        return line < starts.length ? starts[line] : LexState.CODE;
    }

    /// Follows one edit.
    ///
    /// @param line where it begins, from 0; @param removed, inserted line ends
    /// @param text the lines as they are now; @param most lines to look at
    /// @return whether all lines are known again; else [#of] must be asked
    boolean edit(int line, int removed, int inserted, IntFunction<String> text, int most) {
        LexState[] fresh = new LexState[starts.length - removed + inserted];
        System.arraycopy(starts, 0, fresh, 0, line + 1);
        int after = line + removed + 1;
        System.arraycopy(starts, after, fresh, line + inserted + 1, starts.length - after);
        Arrays.fill(fresh, line + 1, line + inserted + 1, LexState.CODE);
        starts = fresh;
        int last = starts.length - 1;
        for (int i = line; i < last; i++) {
            LexState end = PythonLexer.lex(text.apply(i), starts[i]).end();
            boolean asBefore = starts[i + 1] == end;
            starts[i + 1] = end;
            if (asBefore && i >= line + inserted) {
                return true;
            }
            if (i - line > most) {
                return false;
            }
        }
        return true;
    }
}
