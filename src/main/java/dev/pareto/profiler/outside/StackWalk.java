package dev.pareto.profiler.outside;

import java.util.Arrays;

/// Walks the frames of one thread, from the innermost outwards. One thread; used again for each
/// sample.
final class StackWalk {
    /// Deeper stacks are cut: reading all of a recursion 20,000 deep would take a millisecond.
    static final int MOST = 2_000;

    private static final long TAGS = 7;

    private final Layout layout;
    private final Snapshot memory;
    private final CodeObjects codes;
    private final long none;

    private CodeObject[] code = new CodeObject[64];
    private int[] line = new int[64];
    private long[] frames = new long[64];
    private int depth;
    private long bottom;
    private boolean cut;

    StackWalk(Layout layout, Snapshot memory, CodeObjects codes, long none) {
        this.layout = layout;
        this.memory = memory;
        this.codes = codes;
        this.none = none;
    }

    /// Reads the stack of a thread. False when it does not fit together, as when the thread changed
    /// it meanwhile.
    ///
    /// @param thread address of its state @param now number of the snapshot
    boolean read(long thread, long now) {
        depth = 0;
        bottom = 0;
        cut = false;
        long frame = current(thread);
        long mark = 0;
        while (frame != 0 && !memory.failed()) {
            // A frame that is used again while we walk may lead in a circle (Brent: compare with
            // one
            // that moves up at powers of two).
            if ((frame & TAGS) != 0 || frame == mark) {
                return false;
            }
            if (Integer.bitCount(depth) == 1) {
                mark = frame;
            }
            if (depth == MOST) {
                cut = true;
                break;
            }
            long address = memory.word(frame + layout.frameCode()) & ~TAGS;
            if (address != none && !add(frame, address, now)) {
                return false;
            }
            bottom = frame;
            frame = memory.word(frame + layout.framePrevious());
        }
        return !memory.failed();
    }

    /// Whether a thread runs any code of Python now.
    boolean hasFrames(long thread) {
        return current(thread) != 0;
    }

    private long current(long thread) {
        long frame = memory.word(thread + layout.threadFrame());
        return layout.cframeFrame() >= 0 && frame != 0
                ? memory.word(frame + layout.cframeFrame())
                : frame;
    }

    private boolean add(long frame, long address, long now) {
        CodeObject here = codes.at(address, now);
        if (here == null) {
            return false;
        }
        if (here.hidden()) {
            return true;
        }
        long offset =
                layout.instructionScale() > 0
                        ? (long) memory.number(frame + layout.frameInstruction())
                                * layout.instructionScale()
                        : memory.word(frame + layout.frameInstruction())
                                - address
                                - layout.codeStart();
        if (!here.covers(offset)) {
            return false;
        }
        if (depth == code.length) {
            code = Arrays.copyOf(code, depth * 2);
            line = Arrays.copyOf(line, depth * 2);
            frames = Arrays.copyOf(frames, depth * 2);
        }
        code[depth] = here;
        line[depth] = here.line(offset);
        frames[depth] = frame;
        depth++;
        return true;
    }

    /// How many frames there are.
    int depth() {
        return depth;
    }

    /// The code of a frame; 0 is the innermost.
    CodeObject code(int level) {
        return code[level];
    }

    /// Where that frame is.
    int line(int level) {
        return line[level];
    }

    /// Address of the outermost frame read; 0 when there is none.
    long bottom() {
        return bottom;
    }

    /// Whether there are more frames than were read.
    boolean isCut() {
        return cut;
    }

    /// Where its local variables are.
    long locals(int level) {
        return frames[level] + layout.frameLocals();
    }

    /// The innermost frame of the program's own code; −1 when there is none.
    int own() {
        for (int i = 0; i < depth; i++) {
            if (code[i].own()) {
                return i;
            }
        }
        return -1;
    }
}
