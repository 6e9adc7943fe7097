package dev.pareto.profiler.outside;

import java.util.List;

/// A code object of the program.
///
/// @param mark what its memory looked like, to notice when another one took its place
/// @param lines of each code unit, −1 for none
/// @param locals names of its local variables, in the order of their values; none for code that is
///   not the program's own
/// @param own whether it is of the program's own code
/// @param hidden whether it is a piece of the interpreter's machinery, no code of anybody
// The array is written once and read on the sampling thread only.
@SuppressWarnings("ArrayRecordComponent")
record CodeObject(
        Function function,
        Mark mark,
        int[] lines,
        List<String> locals,
        boolean own,
        boolean hidden) {
    /// The pointers and numbers that tell code objects apart.
    record Mark(long name, long filename, long table, int firstLine) {}

    /// Whether an instruction can be that far (in bytes) from where the instructions begin.
    boolean covers(long offset) {
        return offset >= -2 && offset < 2L * lines.length;
    }

    /// The line of the instruction at an offset in bytes, or the last one before that has one.
    int line(long offset) {
        for (int unit = (int) (offset >> 1); unit >= 0; unit--) {
            if (lines[unit] > 0) {
                return lines[unit];
            }
        }
        return function.firstLine();
    }
}
