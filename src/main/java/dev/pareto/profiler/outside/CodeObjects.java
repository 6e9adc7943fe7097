package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The code objects of one process by their address, each read once, and again when another has
/// taken its place. One thread.
final class CodeObjects {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_TABLE = 1 << 22;
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");

    /// An address may be another code object's at any time, so each one is checked in each
    /// snapshot; but in a stack with more different ones than this, the others only every so many
    /// snapshots.
    private static final int MOST_CHECKS = 64;

    private static final int TRUST = 32;
    private static final int MOST_KNOWN = 20_000;
    private static final int MOST_LOCALS = 24;

    private final Layout layout;
    private final Snapshot memory;
    private final long codeType;
    private final long textType;
    private final Predicate<String> isOwn;
    private final Map<Long, Entry> known = new HashMap<>();
    private long snapshot;
    private int checks;

    private static final class Entry {
        CodeObject code;
        long checked;

        Entry(CodeObject code, long checked) {
            this.code = code;
            this.checked = checked;
        }
    }

    /// @param codeType address of the type of code objects
    /// @param textType address of the type of strings
    /// @param isOwn whether a file, by the interpreter's name for it, is the program's own
    CodeObjects(
            Layout layout, Snapshot memory, long codeType, long textType, Predicate<String> isOwn) {
        this.layout = layout;
        this.memory = memory;
        this.codeType = codeType;
        this.textType = textType;
        this.isOwn = isOwn;
    }

    /// The code object at an address; null when there is none.
    ///
    /// @param now number of the snapshot
    @Nullable CodeObject at(long address, long now) {
        if (now != snapshot) {
            snapshot = now;
            checks = 0;
        }
        Entry entry = known.get(address);
        if (entry != null) {
            if (entry.checked == now || (checks >= MOST_CHECKS && now - entry.checked < TRUST)) {
                return entry.code;
            }
            checks++;
            if (isCode(address) && mark(address).equals(entry.code.mark()) && !memory.failed()) {
                entry.checked = now;
                return entry.code;
            }
            known.remove(address);
        }
        CodeObject code = memory.failed() ? null : read(address);
        if (code != null) {
            if (known.size() == MOST_KNOWN) {
                known.clear();
            }
            known.put(address, new Entry(code, now));
        }
        return code;
    }

    private boolean isCode(long address) {
        return memory.word(address + layout.objectType()) == codeType;
    }

    private CodeObject.Mark mark(long address) {
        return new CodeObject.Mark(
                memory.word(address + layout.codeName()),
                memory.word(address + layout.codeFilename()),
                memory.word(address + layout.codeLines()),
                memory.number(address + layout.codeFirstLine()));
    }

    private @Nullable CodeObject read(long address) {
        if (!isCode(address)) {
            return null;
        }
        CodeObject.Mark mark = mark(address);
        String name = text(mark.name());
        String file = text(mark.filename());
        long length = memory.word(mark.table() + layout.bytesLength());
        if (name == null || file == null || length < 0 || length > LONGEST_TABLE) {
            return null;
        }
        byte[] table = memory.bytes(mark.table() + layout.bytesData(), (int) length);
        if (table.length < length || memory.failed()) {
            return null;
        }
        int[] lines = LineTable.lines(table, mark.firstLine(), layout.ranges());
        var function = new Function(name, file, mark.firstLine());
        boolean own = isOwn.test(file);
        return new CodeObject(
                function,
                mark,
                lines,
                own ? locals(address) : List.of(),
                own,
                isMachinery(function));
    }

    /// The names of its first local variables; none when they cannot be read.
    private List<String> locals(long address) {
        long names = memory.word(address + layout.codeLocals());
        long length = Math.min(MOST_LOCALS, memory.word(names + layout.tupleLength()));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String name = text(memory.word(names + layout.tupleItems() + 8L * i));
            if (name == null) {
                break;
            }
            found.add(name);
        }
        memory.forgive();
        return List.copyOf(found);
    }

    /// 3.12 and later have frames of their own around calls from C code and of constructors.
    private static boolean isMachinery(Function function) {
        return switch (function.file()) {
            case "<interpreter trampoline>", "<shim>", "__init__" -> true;
            default -> false;
        };
    }

    private @Nullable String text(long address) {
        boolean isText = memory.word(address + layout.objectType()) == textType;
        long length = memory.word(address + layout.textLength());
        if (!isText || memory.failed() || length < 0 || length > LONGEST_TEXT) {
            return null;
        }
        int state = memory.number(address + layout.textState());
        boolean ascii = (state >> layout.textAsciiShift() & 1) == 1;
        int width = state >> layout.textKindShift() & 7;
        int start = ascii ? layout.asciiData() : layout.textData();
        byte[] data = memory.bytes(address + start, (int) length * width);
        if (data.length < length * width) {
            return null;
        }
        return new String(
                data,
                switch (width) {
                    case 1 -> StandardCharsets.ISO_8859_1;
                    case 2 -> StandardCharsets.UTF_16LE;
                    default -> UTF_32;
                });
    }
}
